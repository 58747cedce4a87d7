using System.Data.Common;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>What the store relies on and a server or a role may be set otherwise.</summary>
internal static class PostgresPromises
{
    /// <summary>Throws unless all hold on this connection.</summary>
    /// <exception cref="StoreUnusableException">Names the first that does not hold.</exception>
    public static void Assert(DbConnection connection)
    {
        Refuse(connection, "synchronous_commit", "off", "an answered command could be lost; set it to on for the role or the database");
        Refuse(connection, "fsync", "off", "a crash of the machine could destroy the store; set it to on in the server's configuration");
        Expect(connection, "server_encoding", "UTF8", "create the database with ENCODING 'UTF8'");
        Expect(connection, "standard_conforming_strings", "on", "set it to on for the role or the database");
    }

    private static void Refuse(DbConnection connection, string setting, string refused, string remedy)
    {
        if (Read(connection, setting) == refused)
        {
            throw new StoreUnusableException($"PostgreSQL's {setting} is {refused}: {remedy}.");
        }
    }

    private static void Expect(DbConnection connection, string setting, string expected, string remedy)
    {
        if (Read(connection, setting) is var actual && actual != expected)
        {
            throw new StoreUnusableException($"PostgreSQL's {setting} is {actual}, not {expected}: {remedy}.");
        }
    }

    private static string Read(DbConnection connection, string setting)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SHOW " + setting;
        return (string)command.ExecuteScalar()!;
    }
}

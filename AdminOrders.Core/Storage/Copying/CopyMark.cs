using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>
/// Stands among the settings of a store from the first moment of a copy into it to the last: with it the store is incomplete, and nobody
/// serves it. It keeps what the copy took away, so that another run can go on with it.
/// </summary>
internal sealed record CopyMark(DateTimeOffset Began, ImmutableArray<Derived> TakenAway)
{
    public const string SettingName = "copy.incomplete";

    /// <summary>The mark of the store; null: the store is whole, or empty.</summary>
    public static CopyMark? Read(DbConnection connection)
    {
        using var read = new SqlStatement(connection, $"""SELECT "Value" FROM "Settings" WHERE "Name" = '{SettingName}'""");
        return read.Value() is string json ? JsonSerializer.Deserialize(json, CopyMarkJson.Default.CopyMark) : null;
    }

    public void Write(DbConnection connection)
    {
        using var write = new SqlStatement(connection, """INSERT INTO "Settings" ("Name", "Value") VALUES (@Name, @Value) ON CONFLICT ("Name") DO NOTHING""");
        write.Run(SettingName, JsonSerializer.Serialize(this, CopyMarkJson.Default.CopyMark));
    }

    /// <summary>Takes this mark away.</summary>
    /// <exception cref="StoreUnusableException">The store does not carry it any more, or another one.</exception>
    public void Remove(DbConnection connection)
    {
        if (Read(connection)?.Began != Began)
        {
            throw new StoreUnusableException("Somebody else has written into the target meanwhile: it is incomplete. Copy into a new one.");
        }

        using var remove = new SqlStatement(connection, """DELETE FROM "Settings" WHERE "Name" = @Name""");
        remove.Run(SettingName);
    }

    /// <exception cref="StoreUnusableException">The store is an incomplete copy.</exception>
    public static void Refuse(DbConnection connection)
    {
        if (Read(connection) is { } mark)
        {
            throw new StoreUnusableException(
                $"This store is an incomplete copy, begun at {mark.Began:yyyy-MM-dd HH:mm:ss} UTC. Run copy into it again; it begins from the start.");
        }
    }
}

[JsonSerializable(typeof(CopyMark))]
internal sealed partial class CopyMarkJson : JsonSerializerContext;

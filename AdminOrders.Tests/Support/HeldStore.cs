using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Npgsql;

namespace AdminOrders.Tests.Support;

/// <summary>Somebody else at work on the store: its writer waits until this is disposed, and what is sent meanwhile goes into one batch.</summary>
internal sealed class HeldStore(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private const string Bystander = "bystander";
    private const string Waiting = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""";

    public static async Task<HeldStore> Hold(TestStore store)
    {
        var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        if (connection is NpgsqlConnection)
        {
            await store.Import(An.Order(Bystander).Ready());
        }

        var held = new HeldStore(connection, await connection.BeginTransactionAsync());
        if (connection is NpgsqlConnection)
        {
            await held.StopTheNextBatch(store);
        }

        return held;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    // There a batch is taken before its orders are locked: a command of no interest makes one that gets stuck at the positions.
    private async Task StopTheNextBatch(TestStore store)
    {
        await Scalar("""SELECT "Last" FROM "Positions" FOR UPDATE""");
        _ = store.Send(Bystander, new AddComment("I wait"), Actors.Operator);
        while (await Scalar(Waiting) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    private async Task<long> Scalar(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

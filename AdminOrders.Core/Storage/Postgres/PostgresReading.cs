using System.Data;
using System.Data.Common;
using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>A connection of the driver's pool, which keeps what is prepared on it.</summary>
internal sealed class PostgresReading(NpgsqlConnection connection) : StoreReading
{
    private PostgresReads? reads;
    private DbTransaction? moment;

    public override StoreReads Reads => reads ??= new(connection);

    public override Task<List<T>> Read<T>(SqlQuery query, Func<DbDataReader, T> view, CancellationToken cancellationToken) =>
        connection.Read(query, view, cancellationToken);

    public override async ValueTask HoldMoment(CancellationToken cancellationToken) =>
        moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        if (moment is not null)
        {
            await moment.DisposeAsync();
        }

        await connection.DisposeAsync();
    }
}

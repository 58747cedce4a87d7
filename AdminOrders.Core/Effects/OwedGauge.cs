using System.Data.Common;
using System.Diagnostics.Metrics;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Effects;

/// <summary>Tells whoever collects how many deliveries are owed, by consumer, those without a connector included. Nobody collects: no cost.</summary>
internal sealed class OwedGauge : IDisposable
{
    private readonly Meter meter = new(EffectMeter.Name);
    private readonly DbDataSource source;

    public OwedGauge(StoreSource source)
    {
        this.source = source;
        meter.CreateObservableGauge("adminorders.deliveries.owed", Read, "{delivery}");
    }

    public void Dispose() => meter.Dispose();

    private List<Measurement<long>> Read()
    {
        using var connection = source.OpenConnection();
        using var statement = new SqlStatement(connection, """SELECT "Consumer", COUNT(*) FROM "Deliveries" WHERE "State" = 0 GROUP BY "Consumer" """);
        using var rows = statement.Read();
        var owed = new List<Measurement<long>>();
        while (rows.Read())
        {
            owed.Add(new(rows.GetInt64(1), new KeyValuePair<string, object?>("consumer", rows.GetString(0))));
        }

        return owed;
    }
}

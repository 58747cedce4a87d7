using System.CommandLine;

namespace AdminOrders.Trials.Stores;

/// <summary>How the command line names a store.</summary>
internal sealed class StoreOptions
{
    public Option<string> Provider { get; } = new("--provider") { Description = "Sqlite or Postgres.", DefaultValueFactory = _ => "Sqlite" };

    public Option<string> Connection { get; } = new("--connection") { Description = "The connection string.", Required = true };

    public StoreAddress Of(ParseResult parsed) => new(parsed.GetRequiredValue(Provider), parsed.GetRequiredValue(Connection));
}

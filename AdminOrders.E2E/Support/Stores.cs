using AdminOrders.Tests.Effects;

namespace AdminOrders.E2E.Support;

/// <summary>The installation that the journeys of a class walk through.</summary>
public abstract class Store : IAsyncLifetime
{
    private Installation? installation;

    internal Installation Installation => installation ?? throw new InvalidOperationException("The store has not been opened.");

    public async Task InitializeAsync() => installation = await OpenAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    private protected abstract Task<Installation> OpenAsync();
}

/// <summary>The installation of the whole run: its own server, or the one that BASE_URL names.</summary>
public sealed class SharedStore : Store
{
    private protected override Task<Installation> OpenAsync() => Run.Installation.Value;
}

/// <summary>A server that no other journeys use: never an installation that runs already.</summary>
public abstract class ServerStore : Store
{
    internal StoreServer Server => Installation.Server!;

    /// <summary>Where its mails go.</summary>
    internal SmallMailServer Mails { get; } = new(new() { OffersTls = false });

    public override async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Mails.DisposeAsync();
    }

    private protected override Task<Installation> OpenAsync() => Support.Installation.StartAsync(StorePlace.NewFile().WithMails(Mails.Port).WithPaymentProvider());
}

/// <summary>For journeys that kill their server, empty it, move its clock or refuse its mails. They come one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OwnStore : ServerStore, ICollectionFixture<OwnStore>
{
    public const string Name = "OwnServer";
}

/// <summary>For journeys that say how long something takes: nobody walks beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedStore : ServerStore, ICollectionFixture<TimedStore>
{
    public const string Name = "Timed";
}

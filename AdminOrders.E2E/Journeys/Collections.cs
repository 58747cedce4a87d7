using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

/// <summary>Journeys that change orders. They share an installation; each takes orders of its own.</summary>
[CollectionDefinition(Name)]
public sealed class Counter : Store, ICollectionFixture<Counter>
{
    public const string Name = "Counter";
}

/// <summary>Journeys that look at things.</summary>
[CollectionDefinition(Name)]
public sealed class Gallery : Store, ICollectionFixture<Gallery>
{
    public const string Name = "Gallery";
}

/// <summary>Journeys that kill their server.</summary>
[CollectionDefinition(Name)]
public sealed class PowerCut : Store, ICollectionFixture<PowerCut>
{
    public const string Name = "PowerCut";
}

namespace AdminOrders.Core.Effects;

/// <summary>The way to one consumer outside. It keeps nothing: one delivery in, one outcome out.</summary>
/// <param name="Consumer">Whose deliveries it takes (<see cref="Orders.Consumers"/>).</param>
/// <param name="Deliver">
/// Called outside any transaction, by several threads for different orders. It must honour its token: when that is canceled the claim is about
/// to run out, and another process may call. It is called again with the same <see cref="OwedDelivery.Id"/> whenever an outcome was lost.
/// </param>
/// <param name="Attempts">After so many that did not go through a person has to look.</param>
public sealed record Connector(string Consumer, Func<OwedDelivery, CancellationToken, Task<Outcome>> Deliver, int Attempts = Backoff.Attempts);

using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>When a second person must confirm.</summary>
public enum SecondPerson
{
    Never,
    AboveValue,
    Always,
}

/// <summary>What a store has decided for itself. A deadline that runs is never moved by a change here.</summary>
public sealed record Policy
{
    public static Policy Default { get; } = new();

    /// <summary>0: no window at all.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan RequestDeadline { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan AuthorizationDeadline { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan SellerChangeWindow { get; init; } = TimeSpan.FromDays(2);

    public TimeSpan IncompleteAfter { get; init; } = TimeSpan.FromDays(11);

    public TimeSpan MovingAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After a decline a customer may ask again when this is over.</summary>
    public TimeSpan CustomerAsksAgainAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>An imported date in the past starts no timer before this is over.</summary>
    public TimeSpan ImportGrace { get; init; } = TimeSpan.FromDays(1);

    /// <summary>An unpaid order whose payment fell due while a request was open is kept this long after the answer.</summary>
    public TimeSpan AnswerGrace { get; init; } = TimeSpan.FromDays(1);

    public SecondPerson SecondPerson { get; init; } = SecondPerson.Never;

    /// <summary>For <see cref="SecondPerson.AboveValue"/>: minor units by currency; a currency without a value falls under the policy.</summary>
    public ImmutableDictionary<string, long> SecondPersonAbove { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>An invoice captures its value. Off where orders come from another platform, which captures itself.</summary>
    public bool CapturesWhenInvoiced { get; init; }

    /// <summary>Roles that may cancel, with their limits; they are named where somebody may not. A role that is not here has no limit.</summary>
    public ImmutableArray<CancelingRole> CancelingRoles { get; init; } = [];

    /// <summary>Stages, sales channels and sellers for which customers may not ask; empty: they may always.</summary>
    public CustomerDoor CustomerDoor { get; init; } = CustomerDoor.Open;

    /// <summary>S: whether a second person must confirm the cancellation of an order of this value (minor units) in this currency.</summary>
    public bool NeedsSecondPerson(long value, string currency) => SecondPerson switch
    {
        SecondPerson.Never => false,
        SecondPerson.AboveValue => !SecondPersonAbove.TryGetValue(currency, out var above) || value > above,
        SecondPerson.Always => true,
    };

    /// <summary>
    /// Whether the actor may cancel an order of this value (minor units) in this currency: the highest limit of the actor's roles counts, and no limit
    /// beats any. Limits are those in force now, not those of the moment when a page was opened.
    /// </summary>
    public bool Reaches(Actor actor, long value, string currency) =>
        actor.CancelingRoles.IsDefaultOrEmpty || actor.CancelingRoles.Any(role => Reaches(role, value, currency));

    /// <summary>The same of one role.</summary>
    public bool Reaches(string role, long value, string currency) =>
        CancelingRoles.FirstOrDefault(known => known.Name == role) is not { } limited || limited.Reaches(value, currency);

    /// <summary>The names of the roles that may cancel an order of this value (minor units) in this currency.</summary>
    public ImmutableArray<string> RolesThatMayCancel(long value, string currency) =>
        [.. CancelingRoles.Where(role => role.Reaches(value, currency)).Select(role => role.Name)];
}

/// <summary>A role that may cancel.</summary>
/// <param name="Name">As colleagues read it.</param>
/// <param name="Limits">By currency, minor units; null: no limit; a currency that is not named has none.</param>
public sealed record CancelingRole(string Name, ImmutableDictionary<string, long>? Limits = null)
{
    public bool Reaches(long value, string currency) =>
        Limits is null || !Limits.TryGetValue(currency, out var limit) || value <= limit;
}

/// <summary>Where customers may not ask for a cancellation.</summary>
public sealed record CustomerDoor(ImmutableHashSet<string> ClosedStatuses, ImmutableHashSet<string> ClosedSalesChannels, ImmutableHashSet<string> ClosedSellers)
{
    public static CustomerDoor Open { get; } = new([], [], []);

    /// <summary>While another side's request is open, the status before it counts.</summary>
    public bool IsOpenFor(OrderFacts facts) =>
        !ClosedStatuses.Contains(facts.StatusOutsideRequest) && !ClosedSalesChannels.Contains(facts.SalesChannel) && !ClosedSellers.Contains(facts.SellerId);
}

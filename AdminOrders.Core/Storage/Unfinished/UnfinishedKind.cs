using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What sort of thing is owed and not done; the names stand in addresses and in the texts' keys.</summary>
public enum UnfinishedKind
{
    CustomerMail,
    StoreMail,
    Payment,
    Channel,
    Seller,

    /// <summary>A situation that a person has to look at.</summary>
    Alert,

    /// <summary>An order that hangs between two statuses and waits for a person.</summary>
    MovingOrder,
}

/// <summary>What sort of debt is open on a payment; the names stand in addresses and in the texts' keys.</summary>
public enum UnfinishedMoney
{
    Refund,
    Void,
    Capture,

    /// <summary>A refund that waits for a capture to be answered.</summary>
    RefundWhenCaptured,

    /// <summary>The provider said that a person has to do it.</summary>
    ByHand,
}

/// <summary>How far it is, as a filter knows it; the names stand in addresses and in the texts' keys.</summary>
public enum UnfinishedState
{
    /// <summary>Nobody tries it any more.</summary>
    GivenUp,

    /// <summary>It has failed and is tried again by itself.</summary>
    Failing,

    /// <summary>It has not failed, or a person had it tried again.</summary>
    Waiting,
}

/// <summary>The one place that says which kinds there are and where they lie.</summary>
public static class UnfinishedKinds
{
    public static ImmutableArray<UnfinishedKind> All { get; } = [.. Enum.GetValues<UnfinishedKind>()];

    /// <summary>Those that the outside is owed: deliveries.</summary>
    internal static ImmutableArray<UnfinishedKind> Owed { get; } = [.. All.Where(kind => !WaitsForPerson(kind))];

    /// <summary>Whether nobody ever tries it but a person.</summary>
    public static bool WaitsForPerson(UnfinishedKind kind) => kind is UnfinishedKind.Alert or UnfinishedKind.MovingOrder;

    /// <summary>Whose deliveries they are (<see cref="Consumers"/>); of what no delivery is about, a name of its own.</summary>
    public static string ConsumerOf(UnfinishedKind kind) => kind switch
    {
        UnfinishedKind.CustomerMail => Consumers.MailCustomer,
        UnfinishedKind.StoreMail => Consumers.MailStore,
        UnfinishedKind.Payment => Consumers.Payment,
        UnfinishedKind.Channel => Consumers.Channel,
        UnfinishedKind.Seller => Consumers.Seller,
        UnfinishedKind.Alert => EffectId.Alert,
        UnfinishedKind.MovingOrder => "moving-order",
    };

    internal static UnfinishedKind Of(string consumer) => All.First(kind => ConsumerOf(kind) == consumer);
}

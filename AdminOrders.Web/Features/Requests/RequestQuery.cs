using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Requests;

/// <summary>How near a deadline is. Written in addresses as <see cref="RequestQuery"/> says.</summary>
public enum RequestDue
{
    Any,

    /// <summary>Before the reader's day ends.</summary>
    Today,
    ThreeDays,
    SevenDays,

    /// <summary>It is over, and the timer has not come yet.</summary>
    Overdue,
}

/// <summary>What an address says about the queue: filters, place, and the dialog that is open. None of it is personal.</summary>
public sealed record RequestQuery : IRowsQuery<RequestQuery>
{
    /// <summary>Instead of an actor's id: who reads the page.</summary>
    public const string Mine = "me";

    /// <summary>Instead of an actor's id: what nobody has taken.</summary>
    public const string Nobodys = "none";

    private const string Path = "requests";

    public Side? Side { get; init; }

    /// <summary>The code of one of the store's reasons.</summary>
    public string? ReasonCode { get; init; }

    public string? SellerId { get; init; }

    /// <summary><see cref="Mine"/>, <see cref="Nobodys"/>, or an actor's id.</summary>
    public string? Assignee { get; init; }

    /// <summary>The order's value in whole units of its currency, inclusive.</summary>
    public long? ValueFrom { get; init; }

    public long? ValueTo { get; init; }

    public RequestDue Due { get; init; }

    public string? Cursor { get; init; }

    /// <summary>The open dialog by name, and what it is about; null: none.</summary>
    public string? Panel { get; init; }

    public string? OrderId { get; init; }

    public string? RequestId { get; init; }

    public bool IsFiltered =>
        Side is not null || ReasonCode is not null || SellerId is not null || Assignee is not null || ValueFrom is not null || ValueTo is not null || Due is not RequestDue.Any;

    public RequestQuery WithoutPanel => this with { Panel = null, OrderId = null, RequestId = null };

    /// <summary>Relative to the base.</summary>
    public string Address => AddressQuery.Write(Parts()) is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    /// <summary>Whether an address, relative to the base, is the queue's.</summary>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <summary>The queue with that action's dialog open.</summary>
    public RequestQuery WithPanel(CommandKind kind, string orderId, string? requestId) =>
        this with { Panel = OrderAddress.NameOf(kind), OrderId = orderId, RequestId = requestId };

    /// <summary>Reads an address; what it does not understand is as if it were not there.</summary>
    public static RequestQuery Parse(string uri)
    {
        var query = new AddressQuery(uri);
        return new()
        {
            Side = query.Named<Side>("side", Name),
            ReasonCode = query.One("reason"),
            SellerId = query.One("seller"),
            Assignee = query.One("assignee"),
            ValueFrom = query.Whole("min"),
            ValueTo = query.Whole("max"),
            Due = query.Named<RequestDue>("due", Name) ?? RequestDue.Any,
            Cursor = query.One("cursor"),
            Panel = query.One(OrderPage.PanelParameter),
            OrderId = query.One("order"),
            RequestId = query.One(OrderPage.RequestParameter),
        };
    }

    /// <summary>What the queue shows, to this reader in this zone at this moment.</summary>
    /// <param name="reasonLabels">The wordings of the reason that is asked for; null: none is.</param>
    /// <param name="readerId">The actor id of who reads.</param>
    public RequestFilter ToFilter(IReadOnlyList<int>? reasonLabels, string readerId, TimeZoneInfo zone, DateTimeOffset now) => new()
    {
        Side = Side,
        ReasonLabels = reasonLabels,
        SellerId = SellerId,
        IsNobodys = Assignee == Nobodys,
        AssigneeId = Assignee switch { Nobodys => null, Mine => readerId, var id => id },
        ValueFrom = ValueFrom,
        ValueTo = ValueTo,
        DueBefore = Due switch
        {
            RequestDue.Any => null,
            RequestDue.Today => LocalDays.Start(LocalDays.At(now, zone).AddDays(1), zone),
            RequestDue.ThreeDays => now.AddDays(3),
            RequestDue.SevenDays => now.AddDays(7),
            RequestDue.Overdue => now.AddTicks(1),
        },
    };

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("side", Side is { } side ? Name(side) : null),
        ("reason", ReasonCode),
        ("seller", SellerId),
        ("assignee", Assignee),
        ("min", ValueFrom?.ToString(CultureInfo.InvariantCulture)),
        ("max", ValueTo?.ToString(CultureInfo.InvariantCulture)),
        ("due", Due is RequestDue.Any ? null : Name(Due)),
        ("cursor", Cursor),
        (OrderPage.PanelParameter, Panel),
        ("order", OrderId),
        (OrderPage.RequestParameter, RequestId),
    ];

    private static string Name(RequestDue due) => due switch { RequestDue.ThreeDays => "3d", RequestDue.SevenDays => "7d", _ => JsonNamingPolicy.CamelCase.ConvertName(due.ToString()) };

    private static string Name(Side side) => JsonNamingPolicy.CamelCase.ConvertName(side.ToString());
}

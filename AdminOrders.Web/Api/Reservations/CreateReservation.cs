using System.Globalization;
using System.Text.RegularExpressions;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Reservations;

/// <summary><c>POST …/reservations</c>: keeps units for an order that is not here yet. The same call under the same lock's id changes nothing.</summary>
internal static partial class CreateReservation
{
    private const int MostItems = 1000;
    private const int LongestText = 100;
    private const string Ttl = "autorizationExpirationTTL";
    private const string Options = "deliveryItemOptions";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost(ReservationCalls.Root, HandleAsync).Needs(Resource.ChangeOrderWorkflowStatus);

    private static async Task<IResult> HandleAsync(ApiCaller caller, JsonBody<Wish> body, LooseReservations loose, CancellationToken cancellationToken)
    {
        var actor = caller.OfStore().Actor;
        var wish = Required.Body(body);
        var hold = new LooseHold(IdOf(wish), Text("salesChannel", wish.SalesChannel), TtlOf(wish), UnitsOf(wish)) { NeedsStock = true };
        var answer = await loose.Hold(hold, actor, cancellationToken);
        return answer.Problem is { } problem ? ReservationCalls.ErrorOf(problem) : new ReservationAnswer(StockLock.Of(answer.Reservation!));
    }

    private static string IdOf(Wish wish) => wish.LockId switch
    {
        null or "" => Guid.NewGuid().ToString("N"),
        { } id when LooseReservations.IsId(id) && !string.IsNullOrWhiteSpace(id) => id,
        _ => throw Wrong("lockId", $"It must be a text of 1 to {LooseReservationRow.LongestId} characters without a slash, not \".\" or \"..\", or not be there."),
    };

    // "DD.HH:MM:SS", the days left out where there are none.
    private static TimeSpan TtlOf(Wish wish)
    {
        var told = Required.Text(Ttl, wish.AutorizationExpirationTTL);
        return Duration().IsMatch(told) && TimeSpan.TryParse(told, CultureInfo.InvariantCulture, out var ttl) && ttl > TimeSpan.Zero && ttl <= Longest
            ? ttl
            : throw Wrong(Ttl, "It must be a time as DD.HH:MM:SS, longer than none and at most 366 days.");
    }

    private static List<LooseUnits> UnitsOf(Wish wish)
    {
        if (wish.DeliveryItemOptions is not { Length: > 0 and <= MostItems } options)
        {
            throw Wrong(Options, $"It must be a list of 1 to {MostItems} items.");
        }

        return
        [
            .. options.Select(UnitsOf).GroupBy(units => units.Place)
                .Select(same => same.First() with { Quantity = Sum(same) }),
        ];
    }

    private static LooseUnits UnitsOf(Option? option, int at)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Options}[{at}]");
        var quantity = Required.Value($"{name}.item.quantity", option?.Item?.Quantity);
        return quantity is > 0 and <= int.MaxValue
            ? new(
                new(Text($"{name}.item.id", option!.Item!.Id), Text($"{name}.wareHouseId", option.WareHouseId)), (int)quantity,
                Short($"{name}.slaType", option.SlaType), Short($"{name}.dockId", option.DockId))
            : throw Wrong($"{name}.item.quantity", "It must be a whole number from 1 on.");
    }

    private static int Sum(IEnumerable<LooseUnits> same) =>
        same.Sum(units => (long)units.Quantity) is <= int.MaxValue and var sum ? (int)sum : throw Wrong(Options, "More units of a SKU than can be.");

    private static string Text(string field, string? sent) => Short(field, Required.Text(field, sent));

    private static string Short(string field, string? sent) => sent is null || (sent.Length <= LongestText && !sent.Any(char.IsControl))
        ? sent ?? ""
        : throw Wrong(field, $"It must be a text of at most {LongestText} characters.");

    private static ApiRefusedException Wrong(string field, string message) => new(ApiErrors.Invalid(field, message));

    [GeneratedRegex(@"^(\d{1,3}\.)?([01]?\d|2[0-3]):[0-5]\d:[0-5]\d$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Duration();

    internal sealed record Wish(string? SalesChannel, string? LockId, string? AutorizationExpirationTTL, Option?[]? DeliveryItemOptions);

    internal sealed record Option(Item? Item, string? SlaType, string? WareHouseId, string? DockId);

    internal sealed record Item(string? Id, long? Quantity);
}

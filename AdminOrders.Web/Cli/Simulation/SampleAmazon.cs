using System.Globalization;
using System.Text.Json.Nodes;

namespace AdminOrders.Web.Cli.Simulation;

/// <summary>What the sample answers.</summary>
/// <param name="Body">Null: none.</param>
/// <param name="Rate">What it grants, calls a second; null: it does not say.</param>
internal sealed record SampleAnswer(int Status, JsonObject? Body = null, double? Rate = null);

/// <summary>What is asked of searchOrders.</summary>
internal sealed record SampleSearch(string? LastUpdatedAfter, string? MarketplaceIds, string? IncludedData, string? MaxResultsPerPage, string? PaginationToken);

/// <summary>
/// An Amazon that keeps its orders in memory and lets happen to them what a scenario says, each thing at its time after the beginning. It looks at the clock
/// whenever it is asked anything; nothing runs meanwhile.
/// </summary>
internal sealed class SampleAmazon
{
    private const int MostOnPage = 100;
    private static readonly string[] ReasonCodes = ["NO_INVENTORY", "BUYER_CANCELLED", "SHIPPING_ADDRESS_UNDELIVERABLE", "CUSTOMER_EXCHANGE", "PRICING_ERROR"];
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly AmazonScenario scenario;
    private readonly TimeProvider time;
    private readonly DateTimeOffset begun;
    private readonly Dictionary<string, SampleAmazonOrder> orders;
    private readonly Dictionary<SampleOperation, SampleQuota> quotas;
    private readonly List<(DateTimeOffset At, Action<DateTimeOffset> Happen)> ahead = [];
    private readonly List<(SampleOperation? Operation, int Status, DateTimeOffset Until)> faults = [];
    private readonly List<JsonObject> unsent = [];
    private readonly List<string> calls = [];
    private string token = "";
    private DateTimeOffset tokenEnds;
    private int tokens;
    private int notifications;

    public SampleAmazon(AmazonScenario scenario, TimeProvider time)
    {
        (this.scenario, this.time, begun) = (scenario, time, time.GetUtcNow());
        orders = scenario.Orders.ToDictionary(order => order.OrderId, order => new SampleAmazonOrder(scenario, order, begun), StringComparer.Ordinal);
        quotas = Enum.GetValues<SampleOperation>().ToDictionary(operation => operation, operation => new SampleQuota(scenario.Quotas.GetValueOrDefault(operation) ?? SampleQuota.Usual(operation), time));
        foreach (var step in scenario.Steps)
        {
            ahead.Add((begun + step.At, at => Happen(step, at)));
            if (step.Do is StepKind.Appear)
            {
                orders[step.Order!].IsThere = false;
            }
        }
    }

    /// <summary>The calls that came in, with their answers: <c>getOrder 1-1 200</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    public SampleAnswer SignIn(string grantType, string refreshToken) => Answer(SampleOperation.SignIn, "", null, () =>
    {
        if (grantType != "refresh_token" || refreshToken.Length == 0)
        {
            return new(400, new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "The request has an invalid grant parameter : refresh_token" });
        }

        (token, tokenEnds) = (string.Create(CultureInfo.InvariantCulture, $"Atza|sample-{++tokens}"), time.GetUtcNow() + TokenLife);
        return new(200, new JsonObject { ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = (int)TokenLife.TotalSeconds, ["refresh_token"] = refreshToken });
    });

    public SampleAnswer Search(string accessToken, SampleSearch asked) => Answer(SampleOperation.SearchOrders, "", accessToken, () =>
    {
        if (!DateTimeOffset.TryParse(asked.LastUpdatedAfter, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var after))
        {
            return Error(400, "InvalidInput", "lastUpdatedAfter is missing or no date");
        }

        var size = int.TryParse(asked.MaxResultsPerPage, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? Math.Clamp(told, 1, MostOnPage) : MostOnPage;
        if (!int.TryParse(asked.PaginationToken ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return Error(400, "InvalidInput", "paginationToken is none of ours");
        }

        SampleAmazonOrder[] found =
        [
            .. orders.Values.Where(order => order.IsThere && order.UpdatedAt >= after && IsAskedFor(asked.MarketplaceIds))
                .OrderBy(order => order.UpdatedAt).ThenBy(order => order.OrderId, StringComparer.Ordinal),
        ];
        var body = new JsonObject
        {
            ["orders"] = new JsonArray([.. found.Skip(first).Take(size).Select(order => order.Told(Included(asked.IncludedData)))]),
            ["lastUpdatedBefore"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        if (found.Length > first + size)
        {
            body["pagination"] = new JsonObject { ["nextToken"] = (first + size).ToString(CultureInfo.InvariantCulture) };
        }

        return new(200, body);
    });

    public SampleAnswer Get(string accessToken, string orderId, string? includedData) => Answer(SampleOperation.GetOrder, orderId, accessToken, () =>
        Find(orderId) is { } order ? new(200, new JsonObject { ["order"] = order.Told(Included(includedData)) }) : NoOrder(orderId));

    /// <summary>Takes a seller's cancellation; it is carried out at once or when the scenario says.</summary>
    public SampleAnswer Cancel(string accessToken, string orderId, string? reasonCode) => Answer(SampleOperation.CancelOrder, orderId, accessToken, () =>
    {
        if (!ReasonCodes.Contains(reasonCode, StringComparer.Ordinal))
        {
            return Error(400, "InvalidInput", "cancelReasonCode is none of the list");
        }

        if (Find(orderId) is not { } order)
        {
            return NoOrder(orderId);
        }

        if (order.NotCancelable is { } why)
        {
            return Error(400, "InvalidInput", why);
        }

        ahead.Add((time.GetUtcNow() + scenario.CancelsAfter, at => order.Cancel(null, "MERCHANT", reasonCode!, at)));
        CatchUp();
        return new(204);
    });

    /// <summary>The notifications that are due and were not taken yet.</summary>
    public IReadOnlyList<JsonObject> TakeNotifications()
    {
        lock (gate)
        {
            CatchUp();
            JsonObject[] due = [.. unsent];
            unsent.Clear();
            return due;
        }
    }

    private SampleAnswer Answer(SampleOperation operation, string orderId, string? accessToken, Func<SampleAnswer> work)
    {
        lock (gate)
        {
            CatchUp();
            var now = time.GetUtcNow();
            var fault = faults.Find(fault => now < fault.Until && (fault.Operation is null || fault.Operation == operation));
            var answer = fault.Status > 0 ? Error(fault.Status, fault.Status == 429 ? "QuotaExceeded" : "InternalFailure", "The scenario says so")
                : !quotas[operation].Take() ? Error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.")
                : accessToken is not null && (accessToken != token || now >= tokenEnds) ? Error(403, "Unauthorized", "The access token you provided has expired.")
                : work();
            calls.Add(string.Join(' ', new[] { operation.ToString(), orderId, answer.Status.ToString(CultureInfo.InvariantCulture) }.Where(part => part.Length > 0)));
            return answer with { Rate = quotas[operation].Rate };
        }
    }

    // Stable: what is due at one instant happens in the order of the file.
    private void CatchUp()
    {
        var now = time.GetUtcNow();
        foreach (var (at, happen) in ahead.Where(step => step.At <= now).OrderBy(step => step.At).ToArray())
        {
            happen(at);
        }

        ahead.RemoveAll(step => step.At <= now);
    }

    private void Happen(ScenarioStep step, DateTimeOffset at)
    {
        var order = step.NeedsOrder ? orders[step.Order!] : null;
        switch (step.Do)
        {
            case StepKind.Appear: order!.Appear(at); break;
            case StepKind.Pay: order!.Pay(at); break;
            case StepKind.AskToCancel: order!.AskToCancel(step.Items, step.Reason, at); break;
            case StepKind.Cancel: order!.Cancel(step.Items, step.By, step.Reason, at); break;
            case StepKind.Ship: order!.Ship(step.Items, at); break;
            case StepKind.RefuseCancellation: order!.Refusal = step.Reason; break;
            case StepKind.Answer: faults.Add((step.Operation, step.Status, at + step.For)); break;
            case StepKind.ExpireToken: token = ""; break;
            case StepKind.Notify: Notify(order!, step.Times, at); break;
            case StepKind.Shuffle: Shuffle(); break;
            default: throw new InvalidOperationException($"{step.Do} is not done.");
        }
    }

    // One notification that comes several times has one id.
    private void Notify(SampleAmazonOrder order, int times, DateTimeOffset at)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"sample-notification-{++notifications}");
        unsent.AddRange(Enumerable.Range(0, times).Select(_ => order.Notification(at, id)));
    }

    private void Shuffle()
    {
        var mixed = unsent.ToArray();
        new Random(1).Shuffle(mixed);
        unsent.Clear();
        unsent.AddRange(mixed);
    }

    private SampleAmazonOrder? Find(string orderId) => orders.GetValueOrDefault(orderId) is { IsThere: true } order ? order : null;

    private bool IsAskedFor(string? marketplaceIds) => marketplaceIds is null || marketplaceIds.Split(',').Contains(scenario.MarketplaceId, StringComparer.Ordinal);

    private static HashSet<string> Included(string? told) => [.. (told ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static SampleAnswer NoOrder(string orderId) => Error(404, "NotFound", $"Order {orderId} is not found");

    private static SampleAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) });
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminOrders.Web.Cli.Simulation;

/// <summary>What a sample Amazon has, and what happens there: the file that <c>docs/channel-scenarios.md</c> describes.</summary>
internal sealed record AmazonScenario
{
    public const string DefaultMarketplace = "A2Q3Y263D00KWC";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public string MarketplaceId { get; init; } = DefaultMarketplace;

    public string Currency { get; init; } = "BRL";

    /// <summary>Where notifications go; null: nowhere.</summary>
    public ScenarioNotify? Notify { get; init; }

    /// <summary>By <see cref="SampleOperation"/>; what is not told is as Amazon's usage plans have it.</summary>
    public Dictionary<SampleOperation, ScenarioQuota> Quotas { get; init; } = [];

    /// <summary>How long after it was taken a seller's cancellation is carried out.</summary>
    public TimeSpan CancelsAfter { get; init; }

    public required ScenarioOrder[] Orders { get; init; }

    public ScenarioStep[] Steps { get; init; } = [];

    /// <exception cref="JsonException">It is no scenario; the message says where or why.</exception>
    public static AmazonScenario Read(byte[] file)
    {
        var scenario = JsonSerializer.Deserialize<AmazonScenario>(file, Options) ?? throw new JsonException("A scenario is an object.");
        var known = scenario.Orders.Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        foreach (var step in scenario.Steps)
        {
            if (step.NeedsOrder && (step.Order is null || !known.Contains(step.Order)))
            {
                throw new JsonException($"The step at {step.At} needs an order of the scenario; \"{step.Order}\" is none.");
            }
        }

        return scenario;
    }

    /// <summary>The same with notifications that go elsewhere or carry another secret; null: as the file has it.</summary>
    public AmazonScenario Notifying(string? address, string? secret)
    {
        var to = address is null ? Notify?.Address : new Uri(address);
        return to is null ? this : this with { Notify = new(to, secret ?? Notify?.Secret ?? "") };
    }
}

/// <param name="Secret">Sent as <c>X-Channel-Secret</c>.</param>
internal sealed record ScenarioNotify(Uri Address, string Secret);

/// <param name="Rate">Calls a second.</param>
internal sealed record ScenarioQuota(double Rate, int Burst);

/// <summary>An order. It is there from the beginning unless a step makes it appear, and pending unless it is told otherwise.</summary>
internal sealed record ScenarioOrder
{
    public required string OrderId { get; init; }

    /// <summary>As Amazon spells it, for example UNSHIPPED.</summary>
    public string Status { get; init; } = "PENDING";

    /// <summary>MERCHANT or AMAZON.</summary>
    public string FulfilledBy { get; init; } = "MERCHANT";

    public string BuyerName { get; init; } = "Ana Souza";

    public string PostalCode { get; init; } = "01310-100";

    public string City { get; init; } = "São Paulo";

    public string Country { get; init; } = "BR";

    public string PaymentMethod { get; init; } = "CreditCard";

    public required ScenarioItem[] Items { get; init; }
}

/// <param name="UnitPrice">Major units, for example 49.90.</param>
internal sealed record ScenarioItem(string Sku, string Title, int Quantity, decimal UnitPrice);

/// <summary>Something that happens at a time after the beginning. Which fields count depends on what is done.</summary>
internal sealed record ScenarioStep
{
    public TimeSpan At { get; init; }

    public required StepKind Do { get; init; }

    public string? Order { get; init; }

    /// <summary>SKUs; null: all of the order.</summary>
    public string[]? Items { get; init; }

    /// <summary>Who cancels: BUYER, MERCHANT or AMAZON.</summary>
    public string By { get; init; } = "BUYER";

    public string Reason { get; init; } = "";

    /// <summary>What calls are answered with, and for how long.</summary>
    public int Status { get; init; } = 500;

    public TimeSpan For { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Of which operation; null: of all.</summary>
    public SampleOperation? Operation { get; init; }

    /// <summary>How often a notification is sent.</summary>
    public int Times { get; init; } = 1;

    [JsonIgnore]
    public bool NeedsOrder => Do is not (StepKind.Answer or StepKind.ExpireToken or StepKind.Shuffle);
}

[JsonConverter(typeof(JsonStringEnumConverter<StepKind>))]
internal enum StepKind
{
    [JsonStringEnumMemberName("appear")]
    Appear,

    [JsonStringEnumMemberName("pay")]
    Pay,

    [JsonStringEnumMemberName("ask-to-cancel")]
    AskToCancel,

    [JsonStringEnumMemberName("cancel")]
    Cancel,

    [JsonStringEnumMemberName("ship")]
    Ship,

    /// <summary>Sends an ORDER_CHANGE notification of the order as it is at that moment.</summary>
    [JsonStringEnumMemberName("notify")]
    Notify,

    /// <summary>Mixes the notifications that are due and not sent yet, the same way each time.</summary>
    [JsonStringEnumMemberName("shuffle")]
    Shuffle,

    /// <summary>Answers calls with an error for a while.</summary>
    [JsonStringEnumMemberName("answer")]
    Answer,

    /// <summary>From now on the seller's cancellation of the order is refused.</summary>
    [JsonStringEnumMemberName("refuse-cancellation")]
    RefuseCancellation,

    /// <summary>The access token that was given is no longer taken.</summary>
    [JsonStringEnumMemberName("expire-token")]
    ExpireToken,
}

[JsonConverter(typeof(JsonStringEnumConverter<SampleOperation>))]
internal enum SampleOperation
{
    [JsonStringEnumMemberName("signIn")]
    SignIn,

    [JsonStringEnumMemberName("searchOrders")]
    SearchOrders,

    [JsonStringEnumMemberName("getOrder")]
    GetOrder,

    [JsonStringEnumMemberName("cancelOrder")]
    CancelOrder,
}

using System.Collections.Immutable;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Qa;

/// <summary>A command as a tester sends it: the rules' own types, <c>kind</c> says which command. All three must be there.</summary>
internal sealed record CommandsRequest
{
    public string? OrderId { get; init; }

    public Actor? Actor { get; init; }

    public OrderCommand? Command { get; init; }
}

/// <summary>What was decided: <c>accepted</c>, <c>unchanged</c> (why) or <c>refused</c> (code, and the field or who may).</summary>
internal sealed record CommandsAnswer(
    string Decision, string? Why, string? Code, string? Field, ImmutableArray<string> WhoMay, string Status, long Version, EarlierAnswer? Receipt, LastChange? LastChange)
{
    public static CommandsAnswer Of(Answer answer) => new(
        answer.Decision switch { Accepted => "accepted", Unchanged => "unchanged", _ => "refused" },
        (answer.Decision as Unchanged)?.Why.ToString(),
        answer.Decision is Refused refused ? RefusalCodes.Of(refused.Code) : null,
        (answer.Decision as Refused)?.Field,
        (answer.Decision as Refused)?.WhoMay ?? [],
        answer.Status,
        answer.Version,
        answer.Receipt,
        answer.LastChange);
}

/// <summary>
/// <c>POST /qa/commands</c>: sends a command to an order as anybody, for example
/// <c>{"orderId":"…","actor":{"side":"store","id":"user:qa","name":"QA","resources":["CancelAction"]},"command":{"kind":"cancel","requestId":"…32 hex…","requestedBy":"customer","reason":{"labelId":null,"text":"…"}}}</c>.
/// With the header <c>AdminOrders-Tell-Arrival</c> the answer's head is sent as soon as the command has been read, and the rest when it is decided
/// and committed: who kills the server then knows which commands had arrived. An error after that cuts the answer off.
/// </summary>
internal static class CommandsEndpoint
{
    private const string TellArrival = "AdminOrders-Tell-Arrival";

    // Documents come in by import, so there is no command for them here.
    private static readonly Type[] Kinds =
    [
        typeof(Cancel), typeof(ConfirmCancellation), typeof(Decline), typeof(Withdraw), typeof(RecordChannelCancellation), typeof(StartHandling),
        typeof(Invoice), typeof(ReturnInvoice), typeof(ChangeItems), typeof(ApprovePayment), typeof(AuthorizeFulfillment), typeof(EndGracePeriod),
        typeof(CancelAsIncomplete), typeof(TryAgain), typeof(ApplyDueTimers), typeof(AddComment), typeof(AddTracking), typeof(RecordDelivery),
        typeof(TakeRequest), typeof(HandOverRequest), typeof(ReleaseRequest), typeof(RetryEffect), typeof(FinishByHand),
        typeof(RecordPaymentAnswer),
    ];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    public static void Map(IEndpointRouteBuilder qa) => qa.MapPost("/commands", SendAsync);

    private static async Task SendAsync(HttpContext context, OrderWorkflow workflow, CancellationToken cancellationToken)
    {
        var (orderId, command, actor) = await ReadAsync(context.Request, cancellationToken);
        context.Response.ContentType = MediaTypeNames.Application.Json;
        if (context.Request.Headers.ContainsKey(TellArrival))
        {
            await context.Response.Body.FlushAsync(cancellationToken);
        }

        var answer = await workflow.Send(new(orderId, command, actor), cancellationToken);
        await JsonSerializer.SerializeAsync(context.Response.Body, CommandsAnswer.Of(answer), Json, cancellationToken);
    }

    private static async Task<(string OrderId, OrderCommand Command, Actor Actor)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var wanted = await QaBody.ReadAsync<CommandsRequest>(request, Json, cancellationToken);
            return wanted is { OrderId: { } orderId, Actor: { } actor, Command: { } command }
                ? (orderId, command, actor)
                : throw new QaException("Send orderId, actor and command.");
        }
        catch (NotSupportedException)
        {
            throw new QaException($"A command's kind is one of {string.Join(", ", Kinds.Select(NameOf))}.");
        }
    }

    private static string NameOf(Type kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Name);

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(OrderCommand))
        {
            type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
            foreach (var kind in Kinds)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new(kind, NameOf(kind)));
            }
        }
    }
}

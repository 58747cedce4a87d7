using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AdminOrders.Core.Orders;

namespace AdminOrders.Trials.Crashes;

internal sealed record SentCommand(string OrderId, Actor Actor, OrderCommand Command);

/// <summary>What the server answered.</summary>
/// <param name="Decision"><c>accepted</c>, <c>unchanged</c> or <c>refused</c>.</param>
internal sealed record CommandAnswer(string Decision, string? Code, string Status, EarlierAnswer? Receipt);

/// <summary>Sends commands to <c>/qa/commands</c> and learns when they have arrived there, before they are answered.</summary>
internal sealed class CommandClient : IDisposable
{
    private static readonly ImmutableArray<Type> Kinds = [typeof(Cancel), typeof(ConfirmCancellation), typeof(Decline), typeof(StartHandling), typeof(Invoice), typeof(ReturnInvoice)];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    private readonly HttpClient client;

    public CommandClient(Uri server) => client = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };

    /// <param name="arrived">Called when the server has read the command and not yet decided it.</param>
    /// <returns>The answer; null where the server went away before it was complete.</returns>
    /// <exception cref="InvalidOperationException">The server answered with an error.</exception>
    public async Task<CommandAnswer?> Send(string orderId, Step step, Action arrived)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/qa/commands")
        {
            Content = JsonContent.Create(new SentCommand(orderId, step.Actor, step.Command), options: Json),
        };
        request.Headers.Add("AdminOrders-Tell-Arrival", "true");
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }

            arrived();
            return await answer.Content.ReadFromJsonAsync<CommandAnswer>(Json);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(OrderCommand))
        {
            type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind" };
            foreach (var kind in Kinds)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new(kind, JsonNamingPolicy.KebabCaseLower.ConvertName(kind.Name)));
            }
        }
    }
}

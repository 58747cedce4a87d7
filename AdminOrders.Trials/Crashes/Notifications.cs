using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;

namespace AdminOrders.Trials.Crashes;

/// <summary>Amazon's notifications as a store's forwarder passes them on: what was not acknowledged is sent again, under the same id, until it is.</summary>
/// <param name="sales">Every second one is about what was sold there.</param>
internal sealed class Notifications(AmazonSales sales)
{
    private const string Path = "/api/channels/amazon/notifications";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly ConcurrentDictionary<string, string> sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> faults = new();
    private int made;

    /// <summary>Who sends them shows this.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Ids of all that went out, with the order that they are about.</summary>
    public IReadOnlyDictionary<string, string> Sent => sent;

    /// <summary>Ids of those that a server has said it has.</summary>
    public IReadOnlyCollection<string> Acknowledged => [.. acknowledged.Keys];

    /// <summary>Other answers than that it has it, in words.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Sends until the server is gone or the flood is over.</summary>
    /// <param name="orders">Amazon's ids of the orders that they are about, in turn.</param>
    public async Task Send(Uri server, IReadOnlyList<string> orders, Func<bool> isOver, int senders = 1)
    {
        using var client = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Add("X-Channel-Secret", Secret);
        var waiting = new ConcurrentQueue<string>(sent.Keys.Where(id => !acknowledged.ContainsKey(id)));
        await Task.WhenAll(Enumerable.Range(0, senders).Select(async _ =>
        {
            while (!isOver() && await Send(client, waiting.TryDequeue(out var again) ? again : Make(orders)))
            {
                await Task.Delay(Pause);
            }
        }));
    }

    private string Make(IReadOnlyList<string> orders)
    {
        var number = Interlocked.Increment(ref made);
        var id = string.Create(CultureInfo.InvariantCulture, $"trial-{number}");
        sent[id] = int.IsEvenInteger(number) ? sales.GoOn() : orders[number % orders.Count];
        return id;
    }

    // False: nobody is there any more.
    private async Task<bool> Send(HttpClient client, string id)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync(Path, Notification(id, sent[id]));
            if (answer.IsSuccessStatusCode)
            {
                acknowledged[id] = true;
                return true;
            }

            faults.Enqueue($"the notification {id} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            return false;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return false;
        }
    }

    // Names are Amazon's.
    private static Dictionary<string, object> Notification(string id, string order) => new(StringComparer.Ordinal)
    {
        ["NotificationType"] = "ORDER_CHANGE",
        ["Payload"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["OrderChangeNotification"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["AmazonOrderId"] = order, ["OrderChangeType"] = "OrderStatusChange" },
        },
        ["NotificationMetadata"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["NotificationId"] = id },
    };
}

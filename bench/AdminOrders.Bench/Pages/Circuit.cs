using System.Buffers;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using AdminOrders.Bench.Api;

namespace AdminOrders.Bench.Pages;

/// <summary>
/// An open page without a browser: it asks for the page, connects the circuit that the answer names, says of everything that it has been drawn, and returns
/// nothing from every call of a script.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string script;
    private Task receiving = Task.CompletedTask;
    private int drawn;

    private Circuit(string script) => this.script = script;

    /// <summary>How often something was drawn anew.</summary>
    public int Drawn => Volatile.Read(ref drawn);

    /// <summary>Opens a page.</summary>
    /// <param name="page">Its address behind the server's.</param>
    /// <param name="headers">Of who has signed in.</param>
    /// <param name="script">The page is open when it calls this function of the browser's.</param>
    public static async Task<Circuit> Open(ServerProcess server, string page, IReadOnlyDictionary<string, string> headers, string script)
    {
        var circuit = new Circuit(script);
        using var client = Load.Client(server.Address, headers);
        var html = await client.GetStringAsync(page);
        foreach (var (name, value) in headers)
        {
            circuit.socket.Options.SetRequestHeader(name, value);
        }

        await circuit.socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "_blazor" }.Uri, CancellationToken.None);
        circuit.receiving = circuit.Receive();
        await circuit.Send(BlazorPack.Handshake);
        await circuit.Send(BlazorPack.Invocation("1", "StartCircuit", server.Address + "/", server.Address + page, "[]", ""));
        await circuit.Send(BlazorPack.Invocation(null, "UpdateRootComponents", Roots(html), State().Match(html).Groups["state"].Value));
        await circuit.live.Task.WaitAsync(Patience);
        return circuit;
    }

    /// <summary>Says that it is still there.</summary>
    public Task Ping() => Send(BlazorPack.Ping);

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await receiving;
        socket.Dispose();
        sending.Dispose();
    }

    // The components that the answer drew and a circuit takes over.
    private static string Roots(string html)
    {
        var roots = Marker().Matches(html).Select((marker, at) => $$"""{"type":"add","ssrComponentId":{{at + 1}},"marker":{{marker.Groups["marker"].Value}}}""").ToList();
        return roots.Count > 0 ? $$"""{"batchId":1,"operations":[{{string.Join(',', roots)}}]}""" : throw new InvalidDataException("The page has no circuit.");
    }

    private async Task Send(byte[] message)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task Receive()
    {
        var received = new ArrayBufferWriter<byte>();
        var hasShakenHands = false;
        try
        {
            while (socket.State is WebSocketState.Open)
            {
                var part = await socket.ReceiveAsync(received.GetMemory(), CancellationToken.None);
                received.Advance(part.Count);
                if (part.EndOfMessage)
                {
                    var begin = hasShakenHands ? 0 : received.WrittenSpan.IndexOf(BlazorPack.EndOfHandshake) + 1;
                    hasShakenHands = true;
                    await AnswerAll(Answers(received.WrittenSpan[begin..]));
                    received.ResetWrittenCount();
                }
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException or InvalidDataException)
        {
            live.TrySetException(ended);
        }
    }

    private async Task AnswerAll(List<byte[]> answers)
    {
        foreach (var answer in answers)
        {
            await Send(answer);
        }
    }

    private List<byte[]> Answers(ReadOnlySpan<byte> messages)
    {
        List<byte[]> answers = [];
        while (!messages.IsEmpty)
        {
            if (Answer(new PackReader(BlazorPack.Next(ref messages))) is { } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }

    private byte[]? Answer(PackReader message)
    {
        message.Array();
        var type = message.Number();
        if (type is not (BlazorPack.InvocationType or BlazorPack.CompletionType))
        {
            return null;
        }

        message.NoMap();
        message.Text();
        return type is BlazorPack.InvocationType ? Answer(message.Text()!, message) : Started(message.Number());
    }

    private byte[]? Answer(string target, PackReader message)
    {
        message.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                Interlocked.Increment(ref drawn);
                return BlazorPack.Invocation(null, "OnRenderCompleted", message.Number(), null);
            case "JS.BeginInvokeJS":
                var call = message.Number();
                return Returned(call, message.Text()!);
            case "JS.Error":
                throw new InvalidDataException($"The circuit says: {message.Text()}");
            default:
                return null;
        }
    }

    private byte[] Returned(long call, string function)
    {
        if (function == script)
        {
            live.TrySetResult();
        }

        return BlazorPack.Invocation(null, "EndInvokeJSFromDotNet", call, true, FormattableString.Invariant($"[{call},true,null]"));
    }

    private static byte[]? Started(long kind) => kind == 1 ? throw new InvalidDataException("The circuit was not started.") : null;

    [GeneratedRegex("""<!--Blazor:(?<marker>\{[^<]*?"descriptor"[^<]*?\})-->""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^<]*?)-->", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex State();
}

using System.Threading.Channels;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Bench.Api;

/// <summary>The floor over HTTP: the same server and framework, and endpoints that do nothing but send known bytes or write known rows.</summary>
internal static class BareServer
{
    private const int MostInACommit = 64;

    /// <summary>
    /// <c>list FILE STORE</c> answers with the file's bytes, or with rows of the store and then what follows the rows in the file; <c>cancel STORE FROM</c>
    /// writes to the store what was written in another; <c>page FILE</c> answers with a page's bytes; <c>export STORE</c> with a store's orders.
    /// </summary>
    public static async Task<int> Run(string address, string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        using var writer = arguments is ["cancel", var store, var from] ? new BareWriter(store, from) : null;
        using var rows = arguments is ["list", var page, var read] ? new BareRows(read, await AfterTheRows(page)) : null;
        if (rows is not null)
        {
            var bytes = await File.ReadAllBytesAsync(arguments[1]);
            app.MapGet("/list", () => Results.Bytes(bytes, "application/json; charset=utf-8"));
            app.MapGet("/rows/{createdAt:long}/{key:long}", rows.Answer);
        }

        if (arguments is ["page", var html])
        {
            var bytes = await File.ReadAllBytesAsync(html);
            app.MapGet("/page", () => Results.Bytes(bytes, "text/html; charset=utf-8"));
        }

        if (arguments is ["export", var exported])
        {
            app.MapGet("/export", context => RawExport.Send(context, exported));
        }

        if (writer is not null)
        {
            app.MapPost("/load/{from:int}/{to:int}", writer.Load);
            app.MapPost("/cancel/{number:int}", async (int number) =>
            {
                await writer.Write(number);
                return Results.Json(new { date = "", orderId = BenchStore.Id(number), receipt = "" });
            });
        }

        await app.RunAsync();
        return 0;
    }

    private static async Task<byte[]> AfterTheRows(string page)
    {
        var bytes = await File.ReadAllBytesAsync(page);
        return bytes[bytes.AsSpan().LastIndexOf(",\"facets\""u8)..];
    }

    /// <summary>One writer that takes what waits into one commit.</summary>
    private sealed class BareWriter : IDisposable
    {
        private readonly Channel<(WrittenOrder Order, TaskCompletionSource Done)> waiting =
            Channel.CreateUnbounded<(WrittenOrder Order, TaskCompletionSource Done)>(new() { SingleReader = true });

        private readonly StoreSource source;
        private readonly StoreSource recorded;
        private readonly RawLoop raw;
        private readonly Task writing;
        private Dictionary<int, WrittenOrder> orders = [];

        public BareWriter(string store, string from)
        {
            (source, recorded) = (StoreSource.Recognize(store, "/"), StoreSource.Recognize(from, "/"));
            raw = new(source);
            writing = Task.Run(WriteAll);
        }

        public void Load(int from, int to) =>
            orders = Enumerable.Range(from, to - from).ToDictionary(number => number, number => WrittenRows.Of(recorded, number, number + 1).Single());

        public Task Write(int number)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite((orders[number], done));
            return done.Task;
        }

        public void Dispose()
        {
            waiting.Writer.Complete();
            writing.Wait();
            raw.Dispose();
            source.Dispose();
            recorded.Dispose();
        }

        private async Task WriteAll()
        {
            var group = new List<(WrittenOrder Order, TaskCompletionSource Done)>();
            while (await waiting.Reader.WaitToReadAsync())
            {
                while (group.Count < MostInACommit && waiting.Reader.TryRead(out var one))
                {
                    group.Add(one);
                }

                raw.Run(group.ConvertAll(one => one.Order), [group.Count]);
                group.ForEach(one => one.Done.SetResult());
                group.Clear();
            }
        }
    }
}

using System.IO.Pipelines;
using System.Text.Json;

namespace AdminOrders.Core.Sample;

/// <summary>Order documents made up for trying things out: the same number, seed and day give the same bytes.</summary>
public static class OrderDocuments
{
    private const int BytesPerFlush = 64 * 1024;
    private const int OrdersPerPart = 100_000;

    /// <summary>
    /// The documents as a file of one per line, made while it is read. Orders are placed in the 90 days before <paramref name="day"/>;
    /// each thousand of them shows every stage, every open status and every side that cancels. As in a channel's own file the oldest come first,
    /// within parts of 100,000.
    /// </summary>
    public static Stream Open(int orders, int seed, DateOnly day, CancellationToken cancellationToken = default)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 16 * BytesPerFlush, resumeWriterThreshold: 8 * BytesPerFlush));
        _ = Task.Run(() => Fill(pipe.Writer, orders, seed, day, cancellationToken), CancellationToken.None);
        return pipe.Reader.AsStream();
    }

    // Whatever goes wrong reaches the reader of the pipe, which is who waits for the documents.
    private static async Task Fill(PipeWriter target, int orders, int seed, DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await Write(target, orders, seed, day, cancellationToken);
            await target.CompleteAsync();
        }
        catch (Exception exception)
        {
            await target.CompleteAsync(exception);
        }
    }

    private static async Task Write(PipeWriter target, int orders, int seed, DateOnly day, CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        await using var json = new Utf8JsonWriter(target);
        foreach (var number in Enumerable.Range(0, orders).Chunk(OrdersPerPart).SelectMany(part => OldestFirst(part, seed, today)))
        {
            SampleDocument.Write(json, SampleDraw.Order(seed, number, today));
            json.Flush();
            json.Reset();
            target.GetSpan(1)[0] = (byte)'\n';
            target.Advance(1);
            if (target.UnflushedBytes > BytesPerFlush && (await target.FlushAsync(cancellationToken)).IsCompleted)
            {
                return;
            }
        }

        await target.FlushAsync(cancellationToken);
    }
    private static int[] OldestFirst(int[] numbers, int seed, DateTimeOffset today)
    {
        var placed = new DateTimeOffset[numbers.Length];
        Parallel.For(0, numbers.Length, at => placed[at] = SampleDraw.Order(seed, numbers[at], today).CreatedAt);
        Array.Sort(placed, numbers);
        return numbers;
    }
}

using System.Threading.Channels;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class BatchSizeTests
{
    private static readonly RecordImportedState Document = new(An.Order().AsImported());

    private readonly Channel<QueuedCommand> arriving = Channel.CreateUnbounded<QueuedCommand>();
    private readonly Batch batch;
    private int waiting;

    public BatchSizeTests() => batch = new Batch(new WaitingCommands(arriving.Reader), 1024);

    [Fact]
    public void Documents_fill_a_tenth_of_a_second_beside_others_and_three_alone()
    {
        Assert.InRange(Longest(batches: 40, othersWrite: true), 90, 110);
        Assert.InRange(Longest(batches: 60, othersWrite: false), 280, 310);
        Assert.InRange(Longest(batches: 1, othersWrite: true), 280, 310);
        Assert.InRange(Longest(batches: 2, othersWrite: true), 90, 110);
    }

    [Fact]
    public void Who_cancels_an_order_makes_the_batches_short_again()
    {
        Assert.InRange(Longest(batches: 80, othersWrite: false), 280, 310);
        Assert.True(arriving.Writer.TryWrite(new(new("1-01", new StartHandling(), Actors.Operator))));
        Take(othersWrite: false);
        Assert.InRange(Longest(batches: 3, othersWrite: false), 90, 110);
    }

    // Milliseconds of the last batch, where a document takes half of one.
    private int Longest(int batches, bool othersWrite)
    {
        var last = 0;
        for (var number = 0; number < batches; number++)
        {
            last = Take(othersWrite);
        }

        return last;
    }

    private int Take(bool othersWrite)
    {
        for (; waiting < 1024; waiting++)
        {
            Assert.True(arriving.Writer.TryWrite(new(new("2-01", Document, Actors.Operator))));
        }

        batch.Begin();
        waiting -= batch.Commands.Count(command => command.Request.Command is RecordImportedState);
        var taken = batch.Commands.Count / 2;
        batch.Learn(TimeSpan.FromMilliseconds(taken), othersWrite);
        return taken;
    }
}

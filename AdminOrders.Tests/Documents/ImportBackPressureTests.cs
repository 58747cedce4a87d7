using System.Globalization;
using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Documents;

/// <summary>Memory does not grow with the file: the file is read no faster than its orders are stored.</summary>
public sealed class ImportBackPressureTests
{
    private const int Orders = 6_000;
    private const int MostInFlight = 2_900;

    [Theory]
    [EveryEngine]
    public async Task A_long_file_is_read_no_further_than_a_bounded_number_of_orders_ahead_of_what_is_stored(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var file = new OrdersOnDemand(Orders);

        var result = await store.Get<OrderImport>().Run(file, Actor.System, file);

        Assert.Equal((Orders, 0), (result.Imported, result.Failed));
        Assert.InRange(file.MostAhead, 1, MostInFlight);
    }

    [Theory]
    [EveryEngine]
    public async Task Of_a_file_of_bad_documents_a_bounded_number_of_errors_is_kept_and_every_one_is_told(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var told = new Told();
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"orderId\":\"x\"}\n", 2_000)));

        var result = await store.Get<OrderImport>().Run(new MemoryStream(file), Actor.System, told);

        Assert.Equal((2_000, 1_000), (result.Failed, result.Errors.Length));
        Assert.Equal(2_000, told.Lines.Distinct().Count());
    }

    // Makes each document when it is asked for, and notes how many it has handed out beyond those that are told as done.
    private sealed class OrdersOnDemand(int orders) : MemoryStream, IProgress<ImportProgress>
    {
        private int made;
        private long done;

        public int MostAhead { get; private set; }

        public void Report(ImportProgress value) => Interlocked.Exchange(ref done, value.Read);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (made == orders)
            {
                return ValueTask.FromResult(0);
            }

            MostAhead = Math.Max(MostAhead, ++made - (int)Interlocked.Read(ref done));
            var id = made.ToString(CultureInfo.InvariantCulture);
            return ValueTask.FromResult(Encoding.UTF8.GetBytes(TestDocuments.Smallest(document => document["orderId"] = id).ToJsonString() + "\n", buffer.Span));
        }
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<long> Lines { get; } = [];

        public void Report(ImportProgress value) => Lines.AddRange(value.NewErrors.Select(error => error.Line));
    }
}

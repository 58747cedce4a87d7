using System.Diagnostics;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Connections that only read and keep their statements.</summary>
public sealed class ReadingTests
{
    private static readonly SqlQuery Forever = new(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000000000) SELECT COUNT(*) FROM n", []);

    private static readonly SqlQuery Ids = new("""SELECT "OrderId" FROM "Orders" WHERE "Value" >= @least ORDER BY "OrderId" """, [new("@least", 0L)]);

    [Theory]
    [EveryEngine]
    public async Task A_statement_that_is_kept_reads_what_is_there_now(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        foreach (var number in Enumerable.Range(0, 20))
        {
            await store.Import(An.Order($"a-{number:00}").Ready());
            Assert.Equal(number + 1, (await Read(store)).Count);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task A_statement_that_is_kept_outlives_a_change_of_the_schema(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("a-01").Ready());
        await Read(store);

        await store.Execute("""CREATE TABLE "Later" ("Id" INTEGER PRIMARY KEY)""");
        await store.Execute("""DROP INDEX "IX_Orders_Value_Key";""");
        await store.Execute("""ALTER TABLE "Orders" ADD COLUMN "Another" INTEGER NULL""");
        Assert.Equal(["a-01"], await Read(store));
        await store.Execute("""ALTER TABLE "Orders" DROP COLUMN "Another";""");
        await store.Import(An.Order("a-02").Ready());
        Assert.Equal(["a-01", "a-02"], await Read(store));
    }

    [Theory]
    [EveryEngine]
    public async Task A_reading_of_one_moment_sees_nothing_that_comes_later_and_its_end_is_the_end_of_it(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("a-01").Ready());
        await using (var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None))
        {
            await reading.HoldMoment(CancellationToken.None);
            Assert.Equal(["a-01"], await Read(reading));
            await store.Import(An.Order("a-02").Ready());
            Assert.Equal(["a-01"], await Read(reading));
        }

        Assert.Equal(["a-01", "a-02"], await Read(store));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_gives_up_stops_the_engine_and_the_next_reads_as_before(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("a-01").Ready());
        foreach (var wait in new[] { 0, 1, 20, 200 })
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(wait));
            var watch = Stopwatch.StartNew();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await using var reading = await store.Get<StoreSource>().OpenReading(patience.Token);
                await reading.Read(Forever, row => row.GetInt64(0), patience.Token);
            });
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
            Assert.Equal(["a-01"], await Read(store));
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Readers_that_come_and_give_up_all_the_time_hold_up_nobody(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("a-01").Ready());
        var random = new Random(1);
        var waits = Enumerable.Range(0, 400).Select(_ => random.Next(0, 3_000)).ToList();

        await Parallel.ForEachAsync(waits, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (microseconds, _) =>
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMicroseconds(microseconds));
            try
            {
                Assert.Equal(["a-01"], (await store.Reader.List(new OrderFilter { Text = "a-01" }, null, 10, patience.Token)).Rows.Select(row => row.OrderId));
            }
            catch (OperationCanceledException)
            {
                Assert.True(patience.IsCancellationRequested);
            }
        });

        Assert.Equal(["a-01"], await Read(store));
        Assert.IsType<Accepted>((await store.Import(An.Order("a-02").Ready())).Decision);
    }

    [Fact]
    public async Task A_connection_on_which_something_failed_is_closed_and_the_next_is_a_good_one()
    {
        await using var store = await TestStore.Open();
        await store.Import(An.Order("a-01").Ready());
        await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
            await reading.Read(new("""SELECT "Nothing" FROM "Nowhere" """, []), row => row.GetInt64(0), CancellationToken.None);
        });
        await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
            await reading.HoldMoment(CancellationToken.None);
            reading.Reads.Ask(new("""DELETE FROM "Orders" """), [], rows => rows.Read());
        });
        await Assert.ThrowsAsync<InvalidCastException>(async () =>
        {
            await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
            await reading.Read(new("SELECT NULL", []), row => row.GetString(0), CancellationToken.None);
        });

        Assert.Equal(["a-01"], await Read(store));
    }

    [Fact]
    public async Task Nothing_that_is_kept_holds_the_log_back()
    {
        await using var store = await TestStore.Open();
        await store.Import(An.Order("a-01").Ready());
        await store.Reader.List(new OrderFilter(), null, 10);
        await store.Get<OrderRecords>().Get("a-01");
        await Assert.ThrowsAsync<DivideByZeroException>(async () =>
        {
            await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
            await reading.HoldMoment(CancellationToken.None);
            await reading.Read<int>(Ids, _ => throw new DivideByZeroException(), CancellationToken.None);
        });

        using var connection = store.Get<StoreSource>().OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var rows = command.ExecuteReader();
        Assert.True(rows.Read());
        Assert.Equal(0, rows.GetInt32(0));
    }

    [Fact]
    public async Task More_statements_than_are_kept_and_values_of_every_kind_are_read_as_they_are()
    {
        await using var store = await TestStore.Open();
        await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
        foreach (var number in Enumerable.Range(0, 200).Concat(Enumerable.Range(0, 200)))
        {
            var query = new SqlQuery(
                $"SELECT @text, {number}, @flag, @text || @number, X'00FF', '', X'', NULL, 1.5", [new("@number", long.MaxValue), new("@flag", true), new("@text", "São \0 € 🙂")]);
            var row = Assert.Single(await reading.Read(
                query,
                row => (row.GetString(0), row.GetInt32(1), row.GetBoolean(2), row.GetString(3), Bytes: row.GetFieldValue<byte[]>(4), Empty: row.GetString(5),
                    NoBytes: row.GetFieldValue<byte[]>(6), IsNull: row.IsDBNull(7), Real: row.GetValue(8)),
                CancellationToken.None));
            Assert.Equal(("São \0 € 🙂", number, true, "São \0 € 🙂" + long.MaxValue), (row.Item1, row.Item2, row.Item3, row.Item4));
            Assert.Equal([0x00, 0xFF], row.Bytes);
            Assert.Equal(("", 0, true, 1.5), (row.Empty, row.NoBytes.Length, row.IsNull, Assert.IsType<double>(row.Real)));
        }
    }

    [Theory]
    [EveryEngine]
    public async Task The_pulse_changes_with_every_commit_whoever_makes_it_and_with_nothing_else(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        var source = store.Get<StoreSource>();
        if (engine is Engine.Postgres)
        {
            Assert.Null(source.Pulse());
            return;
        }

        await AssertChanges(source, () => store.Import(An.Order("a-01").Ready()));
        await AssertChanges(source, () => store.Execute("""UPDATE "Positions" SET "Last" = "Last" + 1"""));
        await AssertChanges(source, () => other.GetRequiredService<OrderWorkflow>().Send(new("a-01", new StartHandling(), Actors.Operator)));
        await AssertChanges(source, async () => Assert.Equal(0, (await Executable.Run(store, ["keys", "create", "--name", "ERP", "--role", PredefinedRoles.Owner])).Code));
        var before = source.Pulse();
        await Read(store);
        await store.Workflow.Preview("a-01", new StartHandling(), Actors.Operator);
        Assert.Equal(before, source.Pulse());
    }

    private static async Task AssertChanges(StoreSource source, Func<Task> commit)
    {
        var before = source.Pulse();
        Assert.Equal(before, source.Pulse());
        await commit();
        Assert.NotEqual(before, source.Pulse());
    }

    private static async Task<List<string>> Read(TestStore store)
    {
        await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
        return await Read(reading);
    }

    private static Task<List<string>> Read(StoreReading reading) => reading.Read(Ids, row => row.GetString(0), CancellationToken.None);
}

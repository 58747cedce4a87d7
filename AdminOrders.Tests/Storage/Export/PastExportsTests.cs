using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Tests.Storage.Bulk;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Export;

/// <summary>Exports in the background, and that every export is on record.</summary>
public sealed class PastExportsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private static readonly ExportWish All = new("", null, new(new OrderFilter { Ascending = true }, ExportRows.PerOrder, TimeZoneInfo.Utc, English)
    {
        Columns = new HashSet<string> { "Order", "Status raw value" },
    });

    [Theory]
    [EveryEngine]
    public async Task A_file_is_written_in_the_background_and_is_the_one_that_a_direct_download_has(Engine engine)
    {
        await using var room = await Room(engine, orders: 3);
        var exports = room.Store.Get<PastExports>();
        var id = (await exports.Begin(All, room.Ana))!;
        Assert.Equal(ExportState.Waiting, (await exports.Find(id, room.Ana))!.State);
        Assert.Null(await exports.Open(id, room.Ana));

        await Work(room.Store.Services);

        var done = (await exports.Find(id, room.Ana))!;
        Assert.Equal((ExportState.Done, 3L, (long?)3L, 1), (done.State, done.Written, done.Total, done.Beginnings));
        Assert.Equal(room.Store.Clock.GetUtcNow().AddDays(7), done.ExpiresAt);
        var file = await Text(exports, id, room.Ana);
        Assert.Equal("\uFEFFOrder,Status raw value\r\no-1,payment-approved\r\no-2,payment-approved\r\no-3,payment-approved\r\n", file);
        Assert.Equal(done.Bytes, System.Text.Encoding.UTF8.GetByteCount(file));
        Assert.Equal(file, await Sent(room, null));
    }

    [Theory]
    [EveryEngine]
    public async Task An_export_is_nobody_elses_and_what_was_asked_stays_as_it_was(Engine engine)
    {
        await using var room = await Room(engine, orders: 1);
        var exports = room.Store.Get<PastExports>();
        var filter = new OrderFilter
        {
            Statuses = ["handling", "\"odd\" 😀"],
            CreatedFrom = An.Instant,
            Terms = [new(TermKind.Sku, ["a"])],
            Text = "joão",
            Sort = OrderSort.Value,
            AskedBy = Side.Customer,
            MoneyBack = MoneyBack.Owed,
            ValueFrom = 5,
        };
        var wish = new ExportWish("status=handling", "joão", new(filter, ExportRows.PerSku, TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"), CultureInfo.GetCultureInfo("pt-BR")) { Format = ExportFormat.Xlsx, IsPersonal = true });
        var id = (await exports.Begin(wish, room.Ana))!;
        await Work(room.Store.Services);

        var kept = (await exports.Find(id, room.Ana))!;
        Assert.Equal(JsonSerializer.Serialize(filter), JsonSerializer.Serialize(kept.Wish.Request.Filter));
        Assert.Equal(wish with { Request = wish.Request with { Filter = filter } }, kept.Wish with { Request = kept.Wish.Request with { Filter = filter } });
        Assert.Null(await exports.Find(id, Actors.OtherOperator));
        Assert.Null(await exports.Open(id, Actors.OtherOperator));
        Assert.False(await exports.Cancel(id, Actors.OtherOperator));
        Assert.False(await exports.Delete(id, Actors.OtherOperator));
        Assert.Empty(await exports.List(Actors.OtherOperator.Id, null, 10));
        Assert.Equal([id], (await exports.List(null, null, 10)).Select(export => export.Id));
        Assert.Empty(await exports.List(null, kept.CreatedAt, 10));
        Assert.Null(await exports.Find("' OR 1=1 --", room.Ana));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_may_not_see_it_any_more_gets_neither_the_file_nor_an_export(Engine engine)
    {
        await using var room = await Room(engine, orders: 1);
        var exports = room.Store.Get<PastExports>();
        var personal = All with { Request = All.Request with { IsPersonal = true, Columns = null } };
        var (before, after) = ((await exports.Begin(personal, room.Ana))!, "");
        await Work(room.Store.Services);
        Assert.NotEmpty(await Text(exports, before, room.Ana));

        after = (await exports.Begin(personal, room.Ana))!;
        await room.TakeAway(Resource.ViewOrder);
        await Work(room.Store.Services);
        var now = (await room.Store.Get<ActorReader>().Find(room.Ana.Id))!;
        Assert.Null(await exports.Open(before, now));
        Assert.Equal((ExportState.Failed, ExportFailure.MayNot), Ended(await exports.Find(after, now)));

        var gone = (await exports.Begin(All, room.Ana))!;
        await using (var db = room.Store.Read())
        {
            await db.Users.ExecuteDeleteAsync();
        }

        await Work(room.Store.Services);
        Assert.Equal((ExportState.Failed, ExportFailure.ActorGone), Ended(await exports.Find(gone, room.Ana)));
    }

    [Theory]
    [EveryEngine]
    public async Task What_was_cut_off_is_begun_anew_and_its_late_end_is_passed_over(Engine engine)
    {
        await using var room = await Room(engine, orders: 2);
        var (exports, files, records) = (room.Store.Get<PastExports>(), room.Store.Get<ExportFiles>(), new ExportRecords(room.Store.Get<StoreSource>()));
        var id = (await exports.Begin(All, room.Ana))!;
        var cutOff = (await records.Begin((await records.Next(default))!, room.Store.Clock.GetUtcNow(), default))!;
        await using (var half = files.Create(cutOff))
        {
            await half.WriteAsync("Order\r\nhal"u8.ToArray());
        }

        await using var elsewhere = room.Store.OpenElsewhere();
        await Work(elsewhere);

        var done = (await exports.Find(id, room.Ana))!;
        Assert.Equal((ExportState.Done, 2), (done.State, done.Beginnings));
        Assert.False(await records.End(cutOff with { State = ExportState.Done, Written = 999, Bytes = 1 }, default));
        Assert.False(await records.Tell(cutOff, 999, null, default));
        Assert.Equal(4, (await Text(exports, id, room.Ana)).Split("\r\n").Length);
        Assert.NotNull(files.Open(cutOff));
        await room.Store.Get<ExportRunner>().Tidy(default);
        Assert.Null(files.Open(cutOff));
        Assert.True(files.Has(done));
    }

    [Theory]
    [EveryEngine]
    public async Task What_ends_its_process_each_time_is_given_up(Engine engine)
    {
        await using var room = await Room(engine, orders: 1);
        var (exports, records) = (room.Store.Get<PastExports>(), new ExportRecords(room.Store.Get<StoreSource>()));
        var id = (await exports.Begin(All, room.Ana))!;
        for (var beginning = 1; beginning <= ExportRunner.MostBeginnings; beginning++)
        {
            Assert.Equal(beginning, (await records.Begin((await records.Next(default))!, room.Store.Clock.GetUtcNow(), default))!.Beginnings);
        }

        await Work(room.Store.Services);

        Assert.Equal((ExportState.Failed, ExportFailure.CutOff), Ended(await exports.Find(id, room.Ana)));
    }

    [Theory]
    [EveryEngine]
    public async Task One_process_writes_at_a_time(Engine engine)
    {
        await using var room = await Room(engine, orders: 1);
        var exports = room.Store.Get<PastExports>();
        var id = (await exports.Begin(All, room.Ana))!;
        await using var elsewhere = room.Store.OpenElsewhere();
        Assert.True(await elsewhere.GetRequiredService<ExportRunner>().Turn(default));
        Assert.Equal(ExportState.Done, (await exports.Find(id, room.Ana))!.State);

        var next = (await exports.Begin(All, room.Ana))!;
        Assert.False(await room.Store.Get<ExportRunner>().Turn(default));
        Assert.Equal(ExportState.Waiting, (await exports.Find(next, room.Ana))!.State);
        room.Store.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.True(await room.Store.Get<ExportRunner>().Turn(default));
        Assert.Equal(ExportState.Done, (await exports.Find(next, room.Ana))!.State);
    }

    [Theory]
    [EveryEngine]
    public async Task A_file_that_was_deleted_or_kept_long_enough_is_gone_and_on_record(Engine engine)
    {
        await using var room = await Room(engine, orders: 1);
        var (exports, files) = (room.Store.Get<PastExports>(), room.Store.Get<ExportFiles>());
        var (deleted, expired) = ((await exports.Begin(All, room.Ana))!, (await exports.Begin(All, room.Ana))!);
        await Work(room.Store.Services);
        var left = (await exports.Find(expired, room.Ana))!;

        Assert.True(await exports.Delete(deleted, room.Ana));
        Assert.False(await exports.Delete(deleted, room.Ana));
        Assert.Null(files.Open((await exports.Find(deleted, room.Ana))!));
        room.Store.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await exports.Open(expired, room.Ana));
        await room.Store.Get<ExportRunner>().Tidy(default);

        Assert.Null(files.Open(left));
        Assert.Equal(
            (ExportState.Deleted, ExportState.Expired), ((await exports.Find(deleted, room.Ana))!.State, (await exports.Find(expired, room.Ana))!.State));
    }

    [Theory]
    [EveryEngine]
    public async Task What_was_stopped_is_not_written_and_no_more_than_ten_wait(Engine engine)
    {
        await using var room = await Room(engine, orders: 1);
        var exports = room.Store.Get<PastExports>();
        var first = (await exports.Begin(All, room.Ana))!;
        for (var more = 1; more < PastExports.MostWaiting; more++)
        {
            Assert.NotNull(await exports.Begin(All, room.Ana));
        }

        Assert.Null(await exports.Begin(All, room.Ana));
        Assert.NotNull(await exports.Begin(All, Actors.OtherOperator));
        Assert.True(await exports.Cancel(first, room.Ana));
        Assert.False(await exports.Cancel(first, room.Ana));
        Assert.NotNull(await exports.Begin(All, room.Ana));
        await Work(room.Store.Services);

        Assert.Equal((ExportState.Canceled, 0), ((await exports.Find(first, room.Ana))!.State, (await exports.Find(first, room.Ana))!.Beginnings));
        Assert.Equal(10, (await exports.List(room.Ana.Id, null, 100)).Count(export => export.State is ExportState.Done));
    }

    [Fact]
    public async Task What_is_stopped_while_it_is_written_stops()
    {
        await using var orders = await OrdersAtRandom.Insert(Engine.Sqlite, count: 1_300, seed: 5);
        var writing = orders.Store.Get<ExportWriting>();
        var export = new PastExport(PastExports.NewId(), "user:ana", "Ana", All with { Request = All.Request with { Columns = null, IsPersonal = true } }, An.Instant) { State = ExportState.Running, Beginnings = 1 };
        Assert.True(await new ExportRecords(orders.Store.Get<StoreSource>()).Add(export, default));
        // Nobody reads: the writing waits for its reader after the first page.
        var held = new Pipe(new PipeOptions(pauseWriterThreshold: 1_000, resumeWriterThreshold: 1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.Write(export, held.Writer, () => Task.FromResult(false), default));
    }

    [Theory]
    [EveryEngine]
    public async Task A_direct_download_is_on_record_under_an_id_of_its_own_and_says_how_it_ended(Engine engine)
    {
        await using var room = await Room(engine, orders: 2);
        var exports = room.Store.Get<PastExports>();
        var id = PastExports.NewId();
        await Sent(room, id);
        await Sent(room, id);
        await Sent(room, "../../etc/passwd");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exports.Send(All, room.Ana, null, PipeWriter.Create(Stream.Null), gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => exports.Send(All, room.Ana, null, new Leaving(), default));

        var kept = await exports.List(room.Ana.Id, null, 10);
        Assert.Equal((ExportState.Sent, 2L), ((await exports.Find(id, room.Ana))!.State, (await exports.Find(id, room.Ana))!.Written));
        Assert.Equal((3, 2), (kept.Count(export => export.State is ExportState.Sent), kept.Count(export => export.State is ExportState.BrokenOff)));
        Assert.Equal(5, kept.Select(export => export.Id).Distinct().Count());
        Assert.All(kept, export => Assert.Matches("^[0-9a-f]{32}$", export.Id));
    }

    private static async Task<BulkRoom> Room(Engine engine, int orders)
    {
        var room = await BulkRoom.Open(engine);
        foreach (var number in Enumerable.Range(1, orders))
        {
            await room.Import(An.Order($"o-{number}").Paid().With(order => order with { CreatedAt = An.Instant.AddMinutes(number) }));
        }

        return room;
    }

    private static async Task Work(IServiceProvider process)
    {
        while (await process.GetRequiredService<ExportRunner>().Turn(default))
        {
        }
    }

    private static async Task<string> Text(PastExports exports, string id, Actor actor)
    {
        var (_, file) = (await exports.Open(id, actor))!.Value;
        using var reader = new StreamReader(file, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string> Sent(BulkRoom room, string? id)
    {
        using var file = new MemoryStream();
        var output = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        await room.Store.Get<PastExports>().Send(All, room.Ana, id, output);
        await output.CompleteAsync();
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    private static (ExportState State, ExportFailure? Failure) Ended(PastExport? export) => (export!.State, export.Failure);

    /// <summary>A reader that goes away with the first page.</summary>
    private sealed class Leaving : PipeWriter
    {
        private readonly PipeWriter room = Create(Stream.Null);

        public override void Advance(int bytes) => room.Advance(bytes);

        public override Memory<byte> GetMemory(int sizeHint = 0) => room.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => room.GetSpan(sizeHint);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => throw new OperationCanceledException();

        public override void CancelPendingFlush() => room.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => room.Complete(exception);
    }
}

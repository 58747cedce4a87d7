using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Tests.Trials;

/// <summary>A judge who finds nothing in a store that was tampered with would find nothing in a broken one.</summary>
public sealed class CrashJudgeTests
{
    private const string Rows = """SELECT "HistoryId" FROM "History" WHERE "Kind" = 'cancellation-declined'""";

    [Fact]
    public async Task A_whole_store_is_found_whole_and_an_unanswered_step_that_was_done_is_named()
    {
        await using var crime = await Crime.Prepare();

        var found = await crime.Judge();

        Assert.Empty(found.Faults);
        Assert.Equal([crime.Interrupted.OrderId], found.Done.Keys);
        Assert.Equal((0, 0, 0), (found.Lost, found.Doubled, found.MailsDone));
        Assert.NotEqual(0, found.MailsOwed);
    }

    [Theory]
    [InlineData($"""DELETE FROM "HistoryTexts" WHERE "HistoryId" IN ({Rows})""", $"""DELETE FROM "Deliveries" WHERE "HistoryId" IN ({Rows})""", """DELETE FROM "History" WHERE "Kind" = 'cancellation-declined'""")]
    [InlineData("""UPDATE "History" SET "HistoryId" = 'another' WHERE "Kind" = 'order-canceled'""")]
    public async Task What_was_answered_and_is_not_there_is_lost(params string[] tampering)
    {
        await using var crime = await Crime.Prepare();

        await crime.Commit(tampering);
        var found = await crime.Judge();

        Assert.True(found.Lost > 0);
        Assert.Contains(found.Faults, fault => fault.Contains("answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_doubled()
    {
        await using var crime = await Crime.Prepare();

        var found = await crime.Judge(orders => orders.ForEach(order => _ = order), forget: true);

        Assert.True(found.Doubled > 0);
    }

    [Theory]
    [InlineData("""UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'mail-store'""", "is done and not there")]
    [InlineData("""UPDATE "Deliveries" SET "State" = 2 WHERE "Consumer" = 'mail-store'""", "failed")]
    [InlineData("""DELETE FROM "Deliveries" WHERE "Consumer" = 'payment'""", "deliveries-owed")]
    [InlineData("""UPDATE "Orders" SET "Status" = 'handling' WHERE "Status" = 'canceled'""", "status-of-last-event")]
    public async Task What_was_owed_and_what_is_on_record_is_looked_at_too(string tampering, string fault)
    {
        await using var crime = await Crime.Prepare();

        await crime.Commit(tampering);

        Assert.Contains((await crime.Judge()).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_that_nobody_was_owed_is_found()
    {
        await using var crime = await Crime.Prepare();

        await File.WriteAllTextAsync(Path.Combine(crime.Mails, "0123.mail-store.eml"), "");

        Assert.Contains((await crime.Judge()).Faults, fault => fault.StartsWith("nobody was owed the mail 0123", StringComparison.Ordinal));
    }
}

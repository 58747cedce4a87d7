using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task A_clean_store_is_counted_and_ends_with_0()
    {
        await using var store = await GoodStore.Open();
        var seal = await store.Seal();

        var ran = await Executable.Run(store, ["verify"]);

        var lines = ran.Output.Split(Environment.NewLine);
        Assert.Equal(0, ran.Code);
        Assert.Equal($"Last seal: 1, up to position 16: {Convert.ToHexStringLower(seal!.Hash)}", lines[0]);
        Assert.StartsWith("Clean: 5 orders, 16 rows of history, 1 seals", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_store_ends_with_1_and_names_code_sentence_and_row()
    {
        await using var store = await GoodStore.Open();
        await store.Damage($"""UPDATE "Orders" SET "Version" = 99 WHERE "OrderId" = '{GoodStore.Partly}'""");

        var ran = await Executable.Run(store, ["verify"]);

        var lines = ran.Output.Split(Environment.NewLine);
        Assert.Equal(1, ran.Code);
        Assert.StartsWith($"state-folded: {Invariants.SentenceOf(Invariant.StateFolded)} Rows that do not fit: 1.", lines[0], StringComparison.Ordinal);
        Assert.Equal($"  first: order {GoodStore.Partly}, Orders Version: expected 5, found 99", lines[1]);
        Assert.StartsWith("Broken: 1 of ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_every_invariant_and_reads_no_store()
    {
        await using var store = await TestStore.Open();

        var ran = await Executable.Run(store, ["verify", "--list"]);

        Assert.Equal(0, ran.Code);
        Assert.All(Enum.GetValues<Invariant>(), invariant => Assert.Contains($"{Invariants.CodeOf(invariant)} ", ran.Output, StringComparison.Ordinal));
    }
}

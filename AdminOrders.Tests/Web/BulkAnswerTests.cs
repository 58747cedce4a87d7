using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Bulk;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Requests;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>The dialog that answers two hundred requests together, on a real store.</summary>
public sealed class BulkAnswerTests
{
    private const int Chosen = 200;
    private static readonly string Request = OrderBuilder.RequestId(Side.Customer);

    [Fact]
    public async Task Two_hundred_are_confirmed_by_a_bulk_action_that_names_what_was_seen()
    {
        await using var circuit = await Open();
        var dialog = await Show(circuit, CommandKind.ConfirmCancellation);
        dialog.WaitForAssertion(() => Assert.DoesNotContain("\"field-error\"></span>", dialog.Find(".bulk-lines").InnerHtml, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.All(dialog.FindAll(".bulk-lines li"), line => Assert.Contains(Texts.Queue_Would_Cancel, line.TextContent, StringComparison.Ordinal));

        await dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());
        Assert.Contains(Texts.CancelDialog_UnderstoodRequired, dialog.Markup, StringComparison.Ordinal);
        await dialog.Find("#bulk-understood").ChangeAsync(new() { Value = true });
        await dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());

        var (job, items) = await Begun(circuit);
        Assert.Equal((BulkKind.ConfirmCancellation, BulkState.Running, Chosen), (job.Kind, job.State, job.Total));
        Assert.All(items, item => Assert.Equal(Request, item.RequestId));
    }

    [Fact]
    public async Task A_decline_needs_a_reason_and_takes_the_words_for_the_customers_along()
    {
        await using var circuit = await Open();
        var dialog = await Show(circuit, CommandKind.Decline);
        await dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());
        Assert.Contains(Texts.DeclineDialog_InternalRequired, dialog.Markup, StringComparison.Ordinal);

        await dialog.Find("#bulk-internal").InputAsync(new() { Value = "It left" });
        await dialog.Find("#bulk-customer").InputAsync(new() { Value = "It is on its way." });
        await dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());

        var (job, _) = await Begun(circuit);
        Assert.Equal((BulkKind.Decline, Chosen), (job.Kind, job.Total));
        Assert.Contains("It left", job.Command, StringComparison.Ordinal);
        Assert.Contains("It is on its way.", job.Command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_cancel_no_more_begins_nothing_and_is_told()
    {
        await using var circuit = await Open();
        var dialog = await Show(circuit, CommandKind.ConfirmCancellation);
        await circuit.TakeAway(Resource.CancelOrder);

        await dialog.Find("#bulk-understood").ChangeAsync(new() { Value = true });
        await dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());

        Assert.NotEmpty(dialog.FindAll("[role=alert]"));
        await using var db = circuit.Store.Read();
        Assert.Empty(db.BulkJobs);
    }

    // The page leads to the job.
    private static async Task<(BulkJobRow Job, List<Core.Storage.Bulk.BulkItemRow> Items)> Begun(Circuit circuit)
    {
        await using var db = circuit.Store.Read();
        var job = await db.BulkJobs.SingleAsync();
        Assert.EndsWith(BulkQuery.AddressOf(job.Id), circuit.Navigation.Uri, StringComparison.Ordinal);
        return (job, await db.BulkItems.ToListAsync());
    }

    private static async Task<IRenderedComponent<BulkDialog>> Show(Circuit circuit, CommandKind kind)
    {
        var queue = await circuit.Store.Get<RequestReader>().List(new(), null, Chosen);
        return circuit.Render<BulkDialog>(dialog => dialog
            .Add(shown => shown.Kind, kind)
            .Add(shown => shown.Chosen, [.. queue.Rows.Select(order => new ChosenRequest(new(order.OrderId, Request), order))])
            .Add(shown => shown.Reader, Actors.Operator)
            .Add(shown => shown.OnClose, () => { }));
    }

    private static async Task<Circuit> Open()
    {
        var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        circuit.Services.AddSingleton<OrderChanges>().AddOrderEffects(circuit.Store.Configuration);
        circuit.Store.Clock.Set(An.Instant);
        await Task.WhenAll(Enumerable.Range(0, Chosen).Select(number => circuit.Store.Import(An.Order(Id(number)).Handling().AskedBy(Side.Customer))));
        return circuit;
    }

    private static string Id(int number) => $"q-{number:000}";
}

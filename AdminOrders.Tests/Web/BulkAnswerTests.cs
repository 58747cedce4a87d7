using System.Diagnostics;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Requests;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>Two hundred requests answered together, on a real store, while somebody else answers some of them.</summary>
public sealed class BulkAnswerTests
{
    private const int Chosen = 200;
    private static readonly string Request = OrderBuilder.RequestId(Side.Customer);
    [Fact]
    public async Task Two_hundred_are_confirmed_one_by_one_and_those_that_somebody_else_answered_say_who()
    {
        await using var circuit = await Open();
        var dialog = Show(circuit, CommandKind.ConfirmCancellation);
        dialog.WaitForAssertion(() => Assert.DoesNotContain("\"muted\"></span>", dialog.Find(".bulk-lines").InnerHtml, StringComparison.Ordinal));
        foreach (var number in Enumerable.Range(0, 20))
        {
            await circuit.Store.Send(Id(number * 10), new Decline(Request, "It left", ""), Actors.OtherOperator);
        }

        var drawn = dialog.RenderCount;
        var watch = Stopwatch.StartNew();
        await dialog.Find("#bulk-understood").ChangeAsync(new() { Value = true });
        await dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());
        watch.Stop();

        Assert.Equal(180, dialog.FindAll("[data-state=Done]").Count);
        var refused = dialog.FindAll("[data-state=Refused]");
        Assert.Equal(20, refused.Count);
        Assert.All(refused, line => Assert.Contains("Bruno", line.TextContent, StringComparison.Ordinal));
        await using var db = circuit.Store.Read();
        Assert.Equal((180, 20), (await db.Orders.CountAsync(order => order.Status == Status.Canceled), await db.Orders.CountAsync(order => order.Status == Status.Handling)));
        // Each command is awaited, so the page draws and hears clicks all the while; it is not drawn for each of them, three parts at a time.
        Assert.InRange(dialog.RenderCount - drawn, 2, 3 * (10 * (1 + (int)watch.Elapsed.TotalSeconds) + 10));
    }

    [Fact]
    public async Task A_run_that_is_stopped_sends_no_more_and_says_what_was_not_sent()
    {
        await using var circuit = await Open();
        var dialog = Show(circuit, CommandKind.Decline);
        await dialog.Find("#bulk-internal").InputAsync(new() { Value = "It left" });
        var confirming = dialog.FindAll(".dialog-foot .button")[^1].ClickAsync(new());
        dialog.WaitForElement(".bulk-lines [data-state=Done]");
        await dialog.FindAll(".dialog-foot .button")[0].ClickAsync(new());
        await confirming;

        var (done, left) = (dialog.FindAll("[data-state=Done]").Count, dialog.FindAll("[data-state=NotSent]").Count);
        Assert.Equal(Chosen, done + left);
        Assert.NotEqual(0, left);
        await using var db = circuit.Store.Read();
        Assert.Equal(done, await db.Orders.CountAsync(order => order.Status == Status.Handling));
    }

    private static IRenderedComponent<BulkDialog> Show(Circuit circuit, CommandKind kind) => circuit.Render<BulkDialog>(dialog => dialog
        .Add(shown => shown.Kind, kind)
        .Add(shown => shown.Chosen, [.. Enumerable.Range(0, Chosen).Select(number => new BulkLine(Id(number), Request))])
        .Add(shown => shown.Reader, Actors.Operator)
        .Add(shown => shown.OnClose, _ => { })
        .Add(shown => shown.OnDone, () => { }));

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

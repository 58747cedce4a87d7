using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class FindingAnOrder(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Theory]
    [InlineData("All orders")]
    [InlineData("Todos los pedidos")]
    [InlineData("Todos os pedidos")]
    public Task The_search_bar_goes_to_All_orders_by_its_name_in_any_language(string name) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        await visit.Page.GotoAsync("/settings");

        await new Shell(visit.Page).SearchAsync(name);

        await Assertions.Expect(new AllOrdersPage(visit.Page).Title).ToBeVisibleAsync();
    }, name);

    [Fact]
    public Task An_order_is_found_by_its_id_in_the_search_bar() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Invoiced);
        var visit = await OpenAsync(Account.Viewer);
        await visit.Page.GotoAsync("/orders");

        await new Shell(visit.Page).SearchAsync(order.Id);

        await new OrderPage(visit.Page).ShowsAsync(order);
    });

    [Fact]
    public Task Orders_are_found_by_the_name_of_the_customer_and_the_address_does_not_tell_it() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Invoiced);
        var visit = await OpenAsync(Account.Viewer);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();

        await list.Shell.SearchAsync(order.CustomerName);

        await Assertions.Expect(list.Row(order)).ToBeVisibleAsync();
        await Assertions.Expect(list.Rows).ToHaveCountAsync(1);
        Assert.DoesNotContain("Quirino", visit.Page.Url, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public Task What_was_found_is_exported_and_nothing_else() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Canceled);
        var visit = await OpenAsync(Account.Viewer);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await list.SearchAsync(order);

        var file = (await list.ExportOrdersAsync()).TrimEnd().Split("\r\n");

        Assert.Equal(2, file.Length);
        Assert.StartsWith("Origin,Order,", file[0], StringComparison.Ordinal);
        Assert.Contains(order.Id, file[1], StringComparison.Ordinal);
        await Assertions.Expect(list.Row(order)).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_quantity_names_the_products_to_a_pointer_a_finger_and_the_keyboard() => WalkAsync(async () =>
    {
        QaOrder[] orders = [await Store.TakeAsync(QaSituation.Handling), await Store.TakeAsync(QaSituation.Handling)];
        var visit = await OpenAsync(Account.Viewer);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await list.SearchAsync(orders);
        var (one, other) = (list.Products(orders[0]), list.Products(orders[1]));

        await list.Quantity(orders[0]).HoverAsync();
        await Assertions.Expect(one).ToContainTextAsync("×");
        await list.Quantity(orders[1]).HoverAsync();
        await Assertions.Expect(other).ToContainTextAsync("×");
        await Assertions.Expect(one).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(other).ToHaveCountAsync(0);

        await list.Title.HoverAsync();
        await list.Quantity(orders[0]).FocusAsync();
        await Assertions.Expect(one).ToContainTextAsync("×");
        await list.Quantity(orders[0]).BlurAsync();
        await Assertions.Expect(one).ToHaveCountAsync(0);

        await list.Quantity(orders[1]).DispatchEventAsync("pointerover", new { bubbles = true, pointerType = "touch" });
        await list.Quantity(orders[1]).DispatchEventAsync("click");
        await Assertions.Expect(other).ToContainTextAsync("×");
    });

    [Fact]
    public Task Ctrl_K_and_the_slash_go_to_the_search_bar() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Viewer);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();

        await visit.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(list.Shell.SearchBar).ToBeFocusedAsync();

        await list.Shell.SearchBar.BlurAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(list.Shell.SearchBar).ToBeFocusedAsync();
    });

    [Fact]
    public Task An_order_that_is_not_there_is_said_to_be_not_there() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Viewer);
        visit.Expected = ["404"];

        var answer = await visit.Page.GotoAsync("/orders/no-such-order-01");

        Assert.Equal(404, answer?.Status);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = Texts.Error_NotFound, Exact = true })).ToBeVisibleAsync();
    });
}

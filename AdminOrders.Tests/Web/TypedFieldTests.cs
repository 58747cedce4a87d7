using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Dialogs;
using Bunit;

namespace AdminOrders.Tests.Web;

public sealed class TypedFieldTests
{
    [Fact]
    public async Task Every_letter_is_told_to_a_handler_that_outlives_the_rendering()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.FullAccess);
        var told = new List<string>();
        var field = circuit.Render<TextField>(parameters => parameters
            .Add(text => text.Id, "reason").Add(text => text.Label, "Reason").Add(text => text.ValueChanged, told.Add));
        string? Handler() => field.Find("textarea").GetAttribute("blazor:oninput");
        var first = Handler();

        await field.Find("textarea").InputAsync("a");
        await field.Find("textarea").InputAsync("ab");
        field.Render(parameters => parameters.Add(text => text.Value, "ab"));

        Assert.NotNull(first);
        Assert.Equal(first, Handler());
        Assert.Equal(["a", "ab"], told);
        Assert.StartsWith("2", field.Find("#reason-hint").TextContent, StringComparison.Ordinal);
    }
}

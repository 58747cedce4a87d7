using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Confirm cancellation: the second step.</summary>
internal sealed class ConfirmDialog(IPage page) : OrderDialog(page, Texts.Action_ConfirmCancellation, Texts.Action_ConfirmCancellation)
{
    /// <summary>Units that the warehouse had taken go there.</summary>
    public Task ChooseQuarantineAsync() => Root.GetByRole(AriaRole.Radio, new() { Name = Texts.StockDestination_Quarantine, Exact = true }).CheckAsync();
}

/// <summary>Cancellation Request: decline it.</summary>
internal sealed class DeclineDialog(IPage page) : OrderDialog(page, Texts.DeclineDialog_Title, Texts.DeclineDialog_Confirm)
{
    public async Task FillAsync(string internalReason, string customerText)
    {
        await Field(Texts.DeclineDialog_Internal).FillAsync(internalReason);
        await Field(Texts.DeclineDialog_Customer).FillAsync(customerText);
    }
}

/// <summary>Withdraw request.</summary>
internal sealed class WithdrawDialog(IPage page) : OrderDialog(page, Texts.Action_Withdraw, Texts.Action_Withdraw);

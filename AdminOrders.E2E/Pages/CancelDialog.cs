using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Cancel order: reason, details, for whom, what colleagues should know, the last word.</summary>
internal sealed class CancelDialog(IPage page) : OrderDialog(page, Texts.Action_CancelOrder, Texts.Action_Confirm)
{
    public ILocator Reason => Field(Texts.CancelDialog_Reason);

    public ILocator Details => Field(Texts.CancelDialog_Details);

    public ILocator Note => Field(Texts.CancelDialog_Note);

    public ILocator ForCustomer => Field(Texts.CancelDialog_ForCustomer);

    public ILocator Understood => Field(Texts.CancelDialog_Understood);

    /// <summary>Chooses the reason with that wording; null: the first of the store's list.</summary>
    public Task ChooseReasonAsync(string? reason = null) =>
        Reason.SelectOptionAsync(reason is null ? new SelectOptionValue { Index = 1 } : new SelectOptionValue { Label = reason });

    public Task FillDetailsAsync(string details) => Details.FillAsync(details);

    public Task UnderstandAsync() => Understood.CheckAsync();

    /// <summary>Fills in all that must be filled in.</summary>
    public async Task FillAsync(string? reason = null, string details = "")
    {
        await ChooseReasonAsync(reason);
        await FillDetailsAsync(details);
        await UnderstandAsync();
    }

    public Task KeepOrderAsync() => Button(Texts.Action_KeepOrder).ClickAsync();
}

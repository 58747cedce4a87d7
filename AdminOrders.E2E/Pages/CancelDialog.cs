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

    /// <summary>Chooses the reason at that place of the list, the first by default; the list is the store's own.</summary>
    public Task ChooseReasonAsync(int place = 1) => Reason.SelectOptionAsync(new SelectOptionValue { Index = place });

    public Task DescribeAsync(string details) => Details.FillAsync(details);

    public Task AcknowledgeAsync() => Understood.CheckAsync();

    /// <summary>Fills in what must be filled in, and confirms.</summary>
    public async Task FillAndConfirmAsync(string details = "")
    {
        await ChooseReasonAsync();
        await DescribeAsync(details);
        await AcknowledgeAsync();
        await ConfirmAsync();
    }

    public Task KeepOrderAsync() => Button(Texts.Action_KeepOrder).ClickAsync();
}

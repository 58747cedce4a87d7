using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>A step that needs nothing but a yes; it is called as its button is.</summary>
internal sealed class StepDialog(IPage page, string action) : OrderDialog(page, action, action);

/// <summary>Start handling: three acknowledgements.</summary>
internal sealed class StartHandlingDialog(IPage page) : OrderDialog(page, Texts.Action_StartHandling, Texts.StartHandling_Proceed)
{
    public async Task UnderstandAsync()
    {
        await Field(Texts.StartHandling_Progress).CheckAsync();
        await Field(Texts.StartHandling_Undone).CheckAsync();
        await Field(Texts.StartHandling_Consequences).CheckAsync();
    }
}

/// <summary>A dialog in which units of lines are chosen.</summary>
internal abstract class ItemsDialog(IPage page, string title, string confirmLabel) : OrderDialog(page, title, confirmLabel)
{
    /// <summary>Chooses so many units of the line with that name.</summary>
    public async Task ChooseItemsAsync(string name, int quantity)
    {
        var field = Root.GetByRole(AriaRole.Spinbutton, new() { Name = name });
        await field.FillAsync(quantity.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await field.BlurAsync();
    }
}

/// <summary>Invoice.</summary>
internal sealed class InvoiceDialog(IPage page) : ItemsDialog(page, Texts.Action_Invoice, Texts.InvoiceDialog_Save)
{
    public async Task FillInvoiceNumberAsync(string number)
    {
        await Field(Texts.InvoiceDialog_Number).FillAsync(number);
        await Field(Texts.InvoiceDialog_Number).BlurAsync();
    }
}

/// <summary>Return items.</summary>
internal sealed class ReturnItemsDialog(IPage page) : ItemsDialog(page, Texts.Action_ReturnItems, Texts.ReturnDialog_Confirm)
{
    public async Task FillAsync(string entranceInvoice, string reason)
    {
        await Field(Texts.ReturnDialog_Number).FillAsync(entranceInvoice);
        await Field(Texts.ReturnDialog_Reason).FillAsync(reason);
    }
}

/// <summary>Change items: remove what is not invoiced.</summary>
internal sealed class ChangeItemsDialog(IPage page) : ItemsDialog(page, Texts.ChangeItems_Title, Texts.ChangeItems_Confirm)
{
    public Task FillReasonForTheChangeAsync(string reason) => Field(Texts.ChangeItems_Reason).FillAsync(reason);
}

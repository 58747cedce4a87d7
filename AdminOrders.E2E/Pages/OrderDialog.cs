using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>A dialog on the page of an order.</summary>
internal abstract class OrderDialog(IPage page, string title, string confirmLabel) : PagePart(page)
{
    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog, new() { Name = title, Exact = true });

    /// <summary>What the rules say will happen.</summary>
    public ILocator WhatWillHappen => Root.GetByRole(AriaRole.Region, new() { Name = Texts.Happen_Title, Exact = true });

    /// <summary>Why the last try did nothing.</summary>
    public ILocator Problem => Root.GetByRole(AriaRole.Alert);

    /// <summary>The button that does it.</summary>
    public ILocator ConfirmButton => Button(confirmLabel);

    protected override ILocator Root => Dialog;

    /// <summary>Presses the button that does it, and waits until it is done.</summary>
    public async Task ConfirmAsync()
    {
        await ConfirmButton.ClickAsync();
        await IsGoneAsync();
    }

    /// <summary>Waits until the dialog is gone.</summary>
    public Task IsGoneAsync() => Assertions.Expect(Dialog).ToHaveCountAsync(0);

    public Task PressEscapeAsync() => Page.Keyboard.PressAsync("Escape");

    public async Task WaitAsync()
    {
        await Assertions.Expect(Dialog).ToBeVisibleAsync();
        await BeReadyAsync();
    }
}

internal static class OrderDialogs
{
    /// <summary>Waits until the dialog is open.</summary>
    public static async Task<T> IsOpenAsync<T>(this T dialog)
        where T : OrderDialog
    {
        await dialog.WaitAsync();
        return dialog;
    }
}

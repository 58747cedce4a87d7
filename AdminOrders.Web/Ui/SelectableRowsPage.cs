using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AdminOrders.Web.Ui;

/// <summary>
/// A page of rows that can be chosen, to do the same about several. What is chosen is kept in this tab by the orders' numbers: who reloads, or comes back
/// from a lost connection, goes on where they were. Rows that change meanwhile are other rows of the same list.
/// </summary>
public abstract class SelectableRowsPage<TQuery, TScreen> : RowsPage<TQuery, TScreen>
    where TQuery : class, IRowsQuery<TQuery>
    where TScreen : class, IRowsScreen
{
    /// <summary>Which rows are chosen.</summary>
    protected RowSelection Selection { get; } = new();

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>The keys of the rows that can be chosen, in the order of the page.</summary>
    protected abstract IReadOnlyList<long> Choosable(TScreen screen);

    protected override void Renewed() => Selection.Clear();

    protected override async Task ShownAsync()
    {
        if (Screen?.Address is { } list && !Gone.IsCancellationRequested && await Script.InvokeAsync<long[]?>("adminOrders.selection.kept", Gone, list) is { Length: > 0 } keys && Screen is { } shown && shown.Address == list)
        {
            Selection.Choose(Choosable(shown), keys);
            StateHasChanged();
        }
    }

    protected Task ClearSelectionAsync()
    {
        Selection.Clear();
        return KeepSelectionAsync();
    }

    protected async Task KeepSelectionAsync()
    {
        StateHasChanged();
        await Script.InvokeVoidAsync("adminOrders.selection.keep", Screen!.Address, Selection.Keys);
    }
}

using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.E2E.Pages;

/// <summary>The dialogs of saved views and columns, one of which is open over All orders.</summary>
internal sealed class SavedViewDialogs(IPage page) : PagePart(page)
{
    /// <summary>Leads to the dialog for a new view.</summary>
    public ILocator SaveThisView => Link(Texts.Views_Save);

    public ILocator Name => Field(Texts.Views_Name);

    public ILocator Save => Button(Texts.Action_Save);

    public ILocator Delete => Button(Texts.Views_Delete);

    protected override ILocator Root => Page.GetByRole(AriaRole.Dialog);

    /// <summary>Opens the view of that name.</summary>
    public ILocator View(string name) => Link(name);

    public ILocator RenameView(string name) => Link(OrderWords.Say(Texts.Views_RenameNamed, name));

    public ILocator DeleteView(string name) => Link(OrderWords.Say(Texts.Views_DeleteNamed, name));

    /// <summary>Whether the column of that name is drawn.</summary>
    public ILocator Column(string name) => Field(name);

    /// <summary>The column that stands at that place, from 0.</summary>
    public ILocator ColumnAt(int place) => Root.GetByRole(AriaRole.Listitem).Nth(place);

    public ILocator AsAlways => Button(Texts.Columns_AsAlways);

    public ILocator MoveUp(string name) => Button(OrderWords.Say(Texts.Columns_Up, name));
}

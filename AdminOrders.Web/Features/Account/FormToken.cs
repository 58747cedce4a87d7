namespace AdminOrders.Web.Features.Account;

/// <summary>
/// The token against forged posts for plain forms inside interactive pages. The page's request makes it and hands it to the circuit;
/// the framework's own component has none on pages that stand in for a 404 or a 403.
/// </summary>
internal sealed class FormToken
{
    public string? Value { get; set; }
}

namespace AdminOrders.Web.Features.Qa;

/// <summary>Tells the open pages of this process that nothing of what they show is there any more.</summary>
internal sealed class QaResets
{
    public event EventHandler? Happened;

    public void Tell() => Happened?.Invoke(this, EventArgs.Empty);
}

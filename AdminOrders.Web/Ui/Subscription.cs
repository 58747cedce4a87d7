namespace AdminOrders.Web.Ui;

/// <summary>Ends when it is disposed.</summary>
internal sealed class Subscription(Action end) : IDisposable
{
    public void Dispose() => end();
}

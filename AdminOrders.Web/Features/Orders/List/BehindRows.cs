using System.Data.Common;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>
/// Something about all that the filters find. It is read when the rows stand in the browser, never in their way; another question stops the reading, other
/// pages and sorts are the same question. What changes in the store it follows.
/// </summary>
public abstract class BehindRows : ComponentBase, IDisposable
{
    // Who reads long rests long: an open page takes a twentieth of a thread at most.
    private const int Rest = 20;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private CancellationTokenSource? gone;
    private IDisposable? following;

    /// <summary>The rows that are shown; what they answer is asked.</summary>
    [Parameter, EditorRequired]
    public required OrderListScreen Screen { get; set; }

    /// <summary>The list without its place.</summary>
    protected OrderListQuery Query { get; private set; } = new();

    /// <summary>Ends with the question.</summary>
    protected CancellationToken Asking { get; private set; }

    /// <summary>The store could not be read.</summary>
    protected bool IsFailed { get; private set; }

    /// <summary>Whether what is shown follows the store now.</summary>
    protected virtual bool Follows => true;

    [Inject]
    protected TimeProvider Time { get; private set; } = null!;

    [Inject]
    private OrderFeed Feed { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected override void OnParametersSet()
    {
        var asked = OrderListQuery.Parse(Screen.Address) with { Cursor = null, Sort = default, Ascending = false };
        if (gone is not null && asked.Address == Query.Address)
        {
            return;
        }

        gone?.Cancel();
        gone?.Dispose();
        gone = new();
        (Query, Asking, IsFailed) = (asked, gone.Token, false);
        Forget();
        if (following is not null)
        {
            _ = InvokeAsync(RefreshAsync);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await BeginAsync();
        }
    }

    /// <summary>Nothing is known of the question yet.</summary>
    protected abstract void Forget();

    /// <summary>Reads what is shown.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Something has happened to orders, while what is shown <see cref="Follows"/>.</summary>
    protected virtual Task ChangedAsync() => RefreshAsync();

    /// <summary>Reads what is shown, and shows it.</summary>
    protected async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    /// <summary>The answer; null where the question is asked no longer, its reader may not know, or the store cannot be read.</summary>
    protected async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var answer = await ask(cancellationToken);
            IsFailed &= cancellationToken.IsCancellationRequested;
            return cancellationToken.IsCancellationRequested ? null : answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (DbException broken) when (!cancellationToken.IsCancellationRequested)
        {
            Loggers.CreateLogger(GetType()).Unread(broken, null);
            IsFailed = true;
            return null;
        }
    }

    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            following?.Dispose();
            gone?.Cancel();
            gone?.Dispose();
        }
    }

    private async Task BeginAsync()
    {
        try
        {
            following = Feed.Subscribe(_ => InvokeAsync(FollowAsync));
        }
        catch (DbException broken)
        {
            Loggers.CreateLogger(GetType()).Unread(broken, null);
            IsFailed = true;
            StateHasChanged();
            return;
        }

        await RefreshAsync();
    }

    // Until this returns the feed does not call again.
    private async Task FollowAsync()
    {
        var (began, asked) = (Time.GetTimestamp(), Asking);
        if (Follows && !asked.IsCancellationRequested)
        {
            await ChangedAsync();
            await Task.Delay(Pace + (Rest * Time.GetElapsedTime(began)), Time, asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

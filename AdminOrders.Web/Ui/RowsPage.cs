using System.Data.Common;
using AdminOrders.Core.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace AdminOrders.Web.Ui;

/// <summary>What an address asks of a page of rows.</summary>
public interface IRowsQuery<TSelf>
    where TSelf : class, IRowsQuery<TSelf>
{
    /// <summary>Of the page that shows it, relative to the base.</summary>
    string Address { get; }

    /// <summary>The same without what is open over the rows.</summary>
    TSelf WithoutPanel { get; }

    /// <summary>Whether an address, relative to the base, is the page's.</summary>
    static abstract bool IsAddressed(string address);

    /// <summary>Reads an address; what it does not understand is as if it were not there.</summary>
    static abstract TSelf Parse(string uri);
}

/// <summary>All that a page of rows shows at one moment.</summary>
public interface IRowsScreen
{
    /// <summary>The address that its rows answer, without what is open over them.</summary>
    string Address { get; }
}

/// <summary>
/// A page of rows: its address says what is shown, an open page follows what changes. An answer to an earlier question never comes over a later one, and where
/// the database cannot be read the page says so where the rows would stand.
/// </summary>
public abstract class RowsPage<TQuery, TScreen> : ComponentBase, IDisposable
    where TQuery : class, IRowsQuery<TQuery>
    where TScreen : class, IRowsScreen
{
    private readonly CancellationTokenSource gone = new();
    private readonly HashSet<long> behind = [];
    private bool isBehind;
    private bool isCatchingUp;
    private IDisposable? following;
    private string location = "";

    /// <summary>There while the page is drawn for the request itself.</summary>
    [CascadingParameter]
    public HttpContext? Request { get; set; }

    /// <summary>What the circuit takes the rows over with that the first answer was made of.</summary>
    [PersistentState]
    public string? Ticket { get; set; }

    /// <summary>What is asked for.</summary>
    protected TQuery Query { get; private set; } = null!;

    /// <summary>Null: nothing has been read yet.</summary>
    protected TScreen? Screen { get; private set; }

    protected bool IsReading { get; private set; }

    /// <summary>Its reader may not see it.</summary>
    protected bool IsDenied { get; private set; }

    /// <summary>The trace of why the rows could not be read; null: they could.</summary>
    protected string? Failure { get; private set; }

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Gone => gone.Token;

    [Inject]
    protected NavigationManager Navigation { get; private set; } = null!;

    [Inject]
    private Announcer Announcer { get; set; } = null!;

    [Inject]
    private PageHandover Handover { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <summary>What a screen reader says when the rows are there.</summary>
    protected abstract string Said { get; }

    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        location = Navigation.Uri;
        Query = TQuery.Parse(location);
        Navigation.LocationChanged += GoElsewhere;
        await LoadAsync(Query, Handover.Take<TScreen>(Ticket));
        Ticket = Screen is null || RendererInfo.IsInteractive ? null : Handover.Keep(Screen);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (following is not null || Screen is null || Failure is not null)
        {
            return;
        }

        try
        {
            following = Follow();
        }
        catch (DbException broken)
        {
            Fail(broken);
            return;
        }

        // What changed between the reading and the following was told to nobody.
        await FollowAsync();
        await ShownAsync();
    }

    /// <summary>Reads what the address asks for; null where its reader may not see it.</summary>
    protected abstract Task<TScreen?> ReadAsync(TQuery asked);

    /// <summary>The screen as things are now: the same where nothing of it changed, null where its reader may not see it any more.</summary>
    /// <param name="changed">The keys of the orders that changed; null: whichever.</param>
    protected abstract Task<TScreen?> ReadAgainAsync(TScreen before, IReadOnlySet<long>? changed);

    /// <summary>Has <see cref="FollowAsync(IReadOnlySet{long})"/> called whenever something changed, until it is disposed of.</summary>
    /// <exception cref="DbException">The database cannot be read.</exception>
    protected abstract IDisposable Follow();

    /// <summary>Other rows are shown than before.</summary>
    protected virtual void Renewed()
    {
    }

    /// <summary>Rows have changed under the reader's eyes.</summary>
    protected virtual void Moved(TScreen before, TScreen? after)
    {
    }

    /// <summary>The rows stand in the browser.</summary>
    protected virtual Task ShownAsync() => Task.CompletedTask;

    protected virtual void Dispose(bool isDisposing)
    {
        if (isDisposing)
        {
            Navigation.LocationChanged -= GoElsewhere;
            following?.Dispose();
            gone.Cancel();
            gone.Dispose();
        }
    }

    /// <summary>Reads the rows and says so.</summary>
    protected async Task ShowAsync(TQuery asked)
    {
        try
        {
            await LoadAsync(asked, null);
            await ShownAsync();
            Announcer.Say(Failure is null ? Said : Texts.List_Failed);
        }
        catch (Exception broken) when (!gone.IsCancellationRequested)
        {
            await DispatchExceptionAsync(broken);
        }
    }

    /// <summary>Brings what is shown up to date; rows stay where they stand. What changes while rows are read is looked at when they are there.</summary>
    /// <param name="changed">The keys of the orders that changed; null: whichever.</param>
    protected Task FollowAsync(IReadOnlySet<long>? changed = null)
    {
        Remember(changed);
        return CatchUpAsync();
    }

    private async Task CatchUpAsync()
    {
        if (isCatchingUp)
        {
            return;
        }

        isCatchingUp = true;
        try
        {
            while (Screen is { } before && !IsReading && Failure is null && !gone.IsCancellationRequested && (isBehind || behind.Count > 0))
            {
                await ReadAgainAsync(before);
            }
        }
        catch (DbException broken) when (!gone.IsCancellationRequested)
        {
            Fail(broken);
        }
        finally
        {
            isCatchingUp = false;
        }
    }

    private async Task ReadAgainAsync(TScreen before)
    {
        var changed = isBehind ? null : behind.ToHashSet();
        Forget();
        var after = await ReadAgainAsync(before, changed);
        if (!ReferenceEquals(Screen, before))
        {
            // Other rows stand there now, and may have been read before this change.
            Remember(changed);
        }
        else if (!ReferenceEquals(after, before))
        {
            (Screen, IsDenied) = (after, after is null);
            Moved(before, after);
            StateHasChanged();
        }
    }

    private void Remember(IReadOnlySet<long>? changed)
    {
        isBehind |= changed is null;
        behind.UnionWith(changed ?? new HashSet<long>());
    }

    private void Forget()
    {
        isBehind = false;
        behind.Clear();
    }

    private void GoElsewhere(object? sender, LocationChangedEventArgs change)
    {
        if (!TQuery.IsAddressed(Navigation.ToBaseRelativePath(change.Location)))
        {
            return;
        }

        // The same address once more is asked for its rows: somebody wants to see them as they are now.
        var asked = TQuery.Parse(change.Location);
        var isOnlyAPanel = change.Location != location && IsAsked(asked);
        location = change.Location;
        _ = InvokeAsync(() => isOnlyAPanel ? OpenAsync(asked) : ShowAsync(asked));
    }

    private Task OpenAsync(TQuery asked)
    {
        Query = asked;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task LoadAsync(TQuery asked, TScreen? handedOver)
    {
        (Query, IsReading) = (asked, true);
        Forget();
        StateHasChanged();
        try
        {
            var read = handedOver?.Address == asked.WithoutPanel.Address ? handedOver : await ReadAsync(asked);
            if (IsAsked(asked))
            {
                (Screen, IsReading, IsDenied, Failure) = (read, false, read is null, null);
                Renewed();
                StateHasChanged();
                await CatchUpAsync();
            }
        }
        catch (DbException broken) when (IsAsked(asked) && !gone.IsCancellationRequested)
        {
            Fail(broken);
        }
    }

    private bool IsAsked(TQuery asked) => asked.WithoutPanel.Address == Query.WithoutPanel.Address;

    // The database is beyond the page: it says so where the rows would stand, and goes on when it is asked again.
    private void Fail(DbException broken)
    {
        (Failure, IsReading) = (Loggers.CreateLogger(GetType()).Unread(broken, Request), false);
        StateHasChanged();
    }
}

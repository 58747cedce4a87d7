namespace AdminOrders.Web.Ui;

/// <summary>Says things to people: read aloud by screen readers, and as a short note in the corner. One per circuit.</summary>
internal sealed class Announcer
{
    private Action<Announcement>? listeners;

    /// <summary>Calls back with what is to be said. Dispose the result to stop.</summary>
    public IDisposable Listen(Action<Announcement> announced)
    {
        listeners += announced;
        return new Subscription(() => listeners -= announced);
    }

    /// <summary>Says it to screen readers only: what sighted people see happen anyway.</summary>
    public void Say(string text) => listeners?.Invoke(new Announcement(text, IsVisible: false));

    /// <summary>Says it and shows it for some seconds. It only repeats what the page itself shows.</summary>
    public void Show(string text) => listeners?.Invoke(new Announcement(text, IsVisible: true));
}

/// <summary>Something to say.</summary>
internal sealed record Announcement(string Text, bool IsVisible);

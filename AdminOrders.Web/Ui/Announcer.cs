namespace AdminOrders.Web.Ui;

/// <summary>Says things to people: read aloud by screen readers, and as a short note in the corner. One per circuit.</summary>
internal sealed class Announcer
{
    /// <summary>Raised with what is to be said.</summary>
    public event Action<Announcement>? Announced;

    /// <summary>Says it to screen readers only: what sighted people see happen anyway.</summary>
    public void Say(string text) => Announced?.Invoke(new Announcement(text, IsVisible: false));

    /// <summary>Says it and shows it for some seconds. It only repeats what the page itself shows.</summary>
    public void Show(string text) => Announced?.Invoke(new Announcement(text, IsVisible: true));
}

/// <summary>Something to say.</summary>
internal sealed record Announcement(string Text, bool IsVisible);

namespace AdminOrders.Core.Effects;

/// <summary>Says within this process that effects were claimed or recorded: that moves no order, so the feed does not tell of it.</summary>
public sealed class EffectPulse
{
    private Action? followers;

    /// <summary>Calls back after each turn of the runner that did something, on the runner's own time: quickly, and without throwing.</summary>
    public void Follow(Action follower) => followers += follower;

    internal void Beat() => followers?.Invoke();
}

namespace AdminOrders.Web.Api.Limits;

/// <summary>How many requests there were in the last 60 seconds, counted by the second. Not for several threads at once.</summary>
internal sealed class MinuteCount
{
    private const int Seconds = 60;
    private readonly int[] bySecond = new int[Seconds];
    private long second;

    /// <summary>In the last 60 seconds, as of the last second that was told.</summary>
    public int Total { get; private set; }

    /// <summary>Forgets what is older than a minute at this second of any clock.</summary>
    public void GoTo(long now)
    {
        if (now - second >= Seconds)
        {
            Array.Clear(bySecond);
            Total = 0;
            second = now;
        }

        while (second < now)
        {
            second++;
            ref var oldest = ref bySecond[second % Seconds];
            Total -= oldest;
            oldest = 0;
        }
    }

    /// <summary>Counts one in the second gone to.</summary>
    public void Add()
    {
        bySecond[second % Seconds]++;
        Total++;
    }

    /// <summary>In how many seconds fewer than this many are left, if nothing is added; 1 to 60.</summary>
    public int SecondsUntilBelow(int count)
    {
        var left = Total;
        for (var wait = 1; wait < Seconds; wait++)
        {
            left -= bySecond[(second + wait) % Seconds];
            if (left < count)
            {
                return wait;
            }
        }

        return Seconds;
    }
}

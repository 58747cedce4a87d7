namespace AdminOrders.Web.Features.Qa;

/// <summary>
/// A clock that runs beside the machine's and can be moved. Timers take a jump ahead for time gone by: those that became due go off at once.
/// A jump back moves no timer. Measured durations (<see cref="TimeProvider.GetTimestamp"/>) stay the machine's.
/// </summary>
internal sealed class QaClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<QaTimer> waiting = [];
    private TimeSpan ahead;
    private TimeSpan jumped;

    /// <summary>How far it is ahead of the machine's clock; negative: behind.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (gate)
            {
                return ahead;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    /// <summary>Moves the clock to that instant; it goes on from there.</summary>
    public void Set(DateTimeOffset now) => MoveTo(now - System.GetUtcNow());

    public void Advance(TimeSpan by) => MoveTo(Ahead + by);

    /// <summary>Takes the machine's time again.</summary>
    public void FollowTheMachine() => MoveTo(TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new QaTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void MoveTo(TimeSpan target)
    {
        QaTimer[] moved;
        lock (gate)
        {
            jumped += target > ahead ? target - ahead : TimeSpan.Zero;
            ahead = target;
            moved = [.. waiting];
        }

        foreach (var timer in moved)
        {
            timer.Arm();
        }
    }

    /// <summary>Counts time gone by: the machine's and every jump ahead.</summary>
    private sealed class QaTimer : ITimer
    {
        private readonly QaClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer timer;
        private TimeSpan due;
        private TimeSpan period;

        public QaTimer(QaClock clock, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            timer = System.CreateTimer(static self => ((QaTimer)self!).GoOff(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                period = newPeriod;
                Await(dueTime);
            }

            return Arm();
        }

        /// <summary>Lets the machine's timer wait for what is left.</summary>
        public bool Arm()
        {
            lock (clock.gate)
            {
                var left = due - GoneBy;
                return timer.Change(
                    !clock.waiting.Contains(this) ? Timeout.InfiniteTimeSpan : left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            Forget();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Forget();
            return timer.DisposeAsync();
        }

        private TimeSpan GoneBy => System.GetElapsedTime(0) + clock.jumped;

        private void GoOff()
        {
            lock (clock.gate)
            {
                if (!clock.waiting.Contains(this))
                {
                    return;
                }

                Await(period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period);
            }

            Arm();
            callback(state);
        }

        private void Await(TimeSpan dueTime)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                clock.waiting.Remove(this);
                return;
            }

            due = GoneBy + dueTime;
            clock.waiting.Add(this);
        }

        private void Forget()
        {
            lock (clock.gate)
            {
                clock.waiting.Remove(this);
            }
        }
    }
}

namespace AdminOrders.Core.Storage.Channels;

/// <summary>How far a channel has been asked, and how that went. Instants are UTC ticks.</summary>
public sealed class ChannelRow
{
    /// <summary>For example <c>amazon</c>.</summary>
    public required string Key { get; set; }

    /// <summary>Whatever the channel changed before is in the inbox; null: it has never been asked.</summary>
    public long? PolledTo { get; set; }

    public long? LastPollAt { get; set; }

    public long? LastSuccessAt { get; set; }

    /// <summary>What the last call said that did not go through; null: the last one did.</summary>
    public string? LastError { get; set; }

    public long? LastErrorAt { get; set; }
}

/// <summary>A hint that an order of a channel may have changed: what it says is never taken for true, it is where to look.</summary>
public sealed class ChannelInboxRow
{
    public long Id { get; set; }

    public required string Channel { get; set; }

    /// <summary>The channel's id of the hint: it is kept once, however often it comes.</summary>
    public required string NotificationId { get; set; }

    public long ReceivedAt { get; set; }

    public required string ChannelOrderId { get; set; }

    /// <summary>The channel's word for what has happened, or <see cref="ChannelHint.Polled"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>What the hint said, JSON, without anything about a person; "": nothing.</summary>
    public string Payload { get; set; } = "";

    public ChannelHintState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is looked at next; null: it has been.</summary>
    public long? NextAt { get; set; }

    public long? HandledAt { get; set; }

    /// <summary>What the look did.</summary>
    public ChannelDeed? Deed { get; set; }

    /// <summary>A refusal's code, or what the channel said.</summary>
    public string? Words { get; set; }

    /// <summary>The order here; null: the look found none.</summary>
    public string? OrderId { get; set; }
}

/// <summary>Whether a hint has been looked at. The numbers are stored.</summary>
public enum ChannelHintState
{
    Waiting,
    Handled,

    /// <summary>An older version looked at it too often without success; now it is tried again until it goes through.</summary>
    GivenUp,
}

/// <summary>What a look at an order did. The numbers are stored.</summary>
public enum ChannelDeed
{
    Nothing,
    Imported,
    Updated,
    Canceled,
    Requested,
    ItemsCanceled,

    /// <summary>Canceled there and not on record here: it will come in canceled.</summary>
    Remembered,

    /// <summary>The rules refused it; the words are the code.</summary>
    Refused,

    /// <summary>Something newer had been taken already.</summary>
    Older,

    /// <summary>The channel knows no such order.</summary>
    Unknown,

    /// <summary>What the channel says could not be taken in; the words say why. It is looked at again.</summary>
    Unreadable,

    /// <summary>A person has to look: it is canceled there and goes on here.</summary>
    Alerted,

    /// <summary>The channel has taken a cancellation that was made here, and has not carried it out yet.</summary>
    CancellationTaken,
}

/// <summary>What has been taken of an order of a channel, and what waits for one that is not on record.</summary>
public sealed class ChannelOrderRow
{
    public required string Channel { get; set; }

    public required string ChannelOrderId { get; set; }

    /// <summary>The order's id here, whether or not it is on record.</summary>
    public required string OrderId { get; set; }

    /// <summary>The channel's <c>lastUpdatedTime</c> of what was taken: nothing older is.</summary>
    public long UpdatedAt { get; set; }

    /// <summary>The items that a person has been told of as canceled there, by the channel's ids.</summary>
    public string CanceledItems { get; set; } = "";

    /// <summary>Canceled there and not on record here, since then; null: it is on record, or not canceled.</summary>
    public long? CanceledAt { get; set; }

    public Orders.Side? CanceledFor { get; set; }

    public int? ReasonLabelId { get; set; }

    public string? ReasonText { get; set; }
}

/// <summary>The shared secret of those who send a channel's notifications, as a hash.</summary>
public sealed class ChannelSecretRow
{
    public long Id { get; set; }

    public required string Channel { get; set; }

    /// <summary>SHA-256.</summary>
    public required byte[] Hash { get; set; }

    public long MadeAt { get; set; }

    /// <summary>From then on it is not taken any more; null: it is the newest.</summary>
    public long? EndsAt { get; set; }
}

/// <summary>What a channel calls a reason, and which of ours that is.</summary>
public sealed class ChannelReasonRow
{
    public required string Channel { get; set; }

    /// <summary>The channel's words as they came, at most 200 characters.</summary>
    public required string Words { get; set; }

    /// <summary>One of the store's reasons; null: nobody has said.</summary>
    public int? ReasonId { get; set; }
}

namespace AdminOrders.Core.Storage;

/// <summary>That a credential of the store posted cancel on an order, and with which idempotency key; kept for ever.</summary>
public sealed class CancelPostRow
{
    public long OrderKey { get; set; }

    public required string Credential { get; set; }

    /// <summary>Empty: the call carried none.</summary>
    public required string IdempotencyKey { get; set; }

    /// <summary>The latest such call, 32 hex digits.</summary>
    public required string PostId { get; set; }

    /// <summary>Counts the credential's calls on the order; the highest is the latest.</summary>
    public int Number { get; set; }
}

/// <summary>The answer that a call with an idempotency key got, for when it comes once more.</summary>
public sealed class KeptAnswerRow
{
    public required string Credential { get; set; }

    public required string IdempotencyKey { get; set; }

    /// <summary>SHA-256 over method, path and body, hex.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>UTC ticks.</summary>
    public long At { get; set; }

    /// <summary>Receipt and its instant; null where nothing established the answer.</summary>
    public string? Receipt { get; set; }

    public long? ReceiptAt { get; set; }
}

namespace AdminOrders.Core.Storage;

/// <summary>The store cannot be used as it is; the text says why, and what its owner can do. It holds no connection string.</summary>
public sealed class StoreUnusableException(string message, Exception? inner = null) : InvalidOperationException(message, inner);

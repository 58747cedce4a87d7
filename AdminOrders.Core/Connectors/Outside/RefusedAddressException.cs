namespace AdminOrders.Core.Connectors.Outside;

/// <summary>Nobody was called: the address is none that may be. The message says why and never holds a path.</summary>
internal sealed class RefusedAddressException(string message) : HttpRequestException(message);

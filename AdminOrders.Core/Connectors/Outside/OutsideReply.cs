using System.Net;
using System.Net.Http.Headers;

namespace AdminOrders.Core.Connectors.Outside;

/// <summary>What somebody outside answered, read to its end.</summary>
internal sealed record OutsideReply(HttpStatusCode Status, byte[] Body, HttpResponseHeaders Headers)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}

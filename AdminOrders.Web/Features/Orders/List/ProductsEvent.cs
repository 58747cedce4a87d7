using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>What is wanted of the products of an order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProductsWish>))]
public enum ProductsWish
{
    /// <summary>To see them.</summary>
    Show,

    /// <summary>To see them, and to have them read aloud.</summary>
    Say,
    Hide,
}

/// <summary>What the browser raises (app.js) where a pointer rests on a row's quantity, or leaves it, where it gets or loses the focus, and where it is pressed.</summary>
public sealed class ProductsEventArgs : EventArgs
{
    /// <summary>The order's key.</summary>
    public long Order { get; set; }

    public ProductsWish Wish { get; set; }
}

/// <summary>Lets tables listen to it: one handler for all rows, where six for each cost more memory than the row.</summary>
[EventHandler("onproducts", typeof(ProductsEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AdminOrders.Web.Ui;

/// <summary>
/// A text that tells every letter. Its handler stays the same from rendering to rendering, which <c>@bind</c>'s does not: a letter on its way
/// while a rendering is acknowledged would find its handler gone. Like <c>@bind</c> it never takes back what is typed meanwhile.
/// </summary>
public sealed class TypedField : ComponentBase
{
    /// <summary><c>textarea</c> or <c>input</c>.</summary>
    [Parameter]
    public string Element { get; set; } = "textarea";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>All other attributes of the element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, Element);
        builder.AddMultipleAttributes(1, Attributes);
        builder.AddAttribute(2, "value", Value);
        builder.AddAttribute(3, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(this, TypeAsync));
        builder.SetUpdatesAttributeName("value");
        builder.CloseElement();
    }

    private Task TypeAsync(ChangeEventArgs typed)
    {
        Value = (string?)typed.Value ?? "";
        return ValueChanged.InvokeAsync(Value);
    }
}
